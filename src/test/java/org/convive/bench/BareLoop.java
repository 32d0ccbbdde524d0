package org.convive.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.convive.shared.Utc;

/** The two statements of the booking protocol over one connection, repeated when the database asks for it. */
final class BareLoop implements AutoCloseable {
    private static final int DEADLOCK = 1213;

    private final Connection connection;
    private final PreparedStatement touch;
    private final PreparedStatement insert;
    private final long cluster;

    BareLoop(Connection connection, long cluster) throws SQLException {
        this.connection = connection;
        this.cluster = cluster;
        connection.setAutoCommit(false);
        touch = connection.prepareStatement("UPDATE means SET booking_seq = booking_seq + 1 WHERE id = ?");
        insert = connection.prepareStatement(
                "INSERT INTO occupancy (cluster_id, unit_id, starts, ends, booking_id) VALUES (?, ?, ?, ?, 0)");
    }

    void book(long means, long unit, Instant from, Instant to) throws SQLException {
        while (true) {
            try {
                touch.setLong(1, means);
                touch.executeUpdate();
                insert.setLong(1, cluster);
                insert.setLong(2, unit);
                insert.setObject(3, Utc.column(from));
                insert.setObject(4, Utc.column(to));
                insert.executeUpdate();
                connection.commit();
                return;
            } catch (SQLException e) {
                connection.rollback();
                if (e.getErrorCode() != DEADLOCK) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
