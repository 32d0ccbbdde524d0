package org.convive.means.use;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.BookingLine;
import org.convive.means.MeansId;
import org.convive.means.use.UsePage.Mark;
import org.convive.means.use.UsePage.Photo;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements about uses. */
@Component
class UseRows {
    private static final String MARKS = """
            SELECT u.*, ci.name AS in_name, co.name AS out_name, g.name AS given_name, r.name AS returned_name
            FROM booking_use u LEFT JOIN person ci ON ci.id = u.checked_in_by
            LEFT JOIN person co ON co.id = u.checked_out_by LEFT JOIN person g ON g.id = u.given_by
            LEFT JOIN person r ON r.id = u.returned_by WHERE u.booking_id = ?""";

    private final JdbcClient jdbc;

    UseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UseRules rules(MeansId means) {
        return jdbc.sql("SELECT check_in, no_show_minutes, owner_confirms, meter, instructions, version FROM use_rule"
                        + " WHERE means_id = ?")
                .param(means.value())
                .query((row, n) -> new UseRules(
                        row.getBoolean("check_in"),
                        row.getInt("no_show_minutes"),
                        row.getBoolean("owner_confirms"),
                        Meter.valueOf(row.getString("meter")),
                        row.getString("instructions"),
                        row.getInt("version")))
                .optional()
                .orElse(UseRules.NONE);
    }

    /** @return false when somebody else changed them since */
    boolean write(MeansId means, UseRules rules) {
        if (rules.version() == 0) {
            return jdbc.sql("""
                            INSERT IGNORE INTO use_rule (means_id, check_in, no_show_minutes, owner_confirms, meter,
                                                         instructions, version)
                            VALUES (?, ?, ?, ?, ?, ?, 1)""")
                            .param(means.value())
                            .param(rules.checkIn())
                            .param(rules.noShowMinutes())
                            .param(rules.ownerConfirms())
                            .param(rules.meter().name())
                            .param(rules.instructions())
                            .update()
                    == 1;
        }
        return jdbc.sql("""
                        UPDATE use_rule SET check_in = ?, no_show_minutes = ?, owner_confirms = ?, meter = ?,
                               instructions = ?, version = version + 1
                        WHERE means_id = ? AND version = ?""")
                        .param(rules.checkIn())
                        .param(rules.noShowMinutes())
                        .param(rules.ownerConfirms())
                        .param(rules.meter().name())
                        .param(rules.instructions())
                        .param(means.value())
                        .param(rules.version())
                        .update()
                == 1;
    }

    UsePage page(BookingLine booking, UseRules rules) {
        List<Photo> photos = jdbc.sql("SELECT stage, picture_id FROM use_photo WHERE booking_id = ? ORDER BY id")
                .param(booking.id().value())
                .query((row, n) -> new Photo(Stage.valueOf(row.getString("stage")), row.getLong("picture_id")))
                .list();
        return jdbc.sql(MARKS)
                .param(booking.id().value())
                .query((row, n) -> page(row, booking, rules, photos))
                .optional()
                .orElseGet(() -> new UsePage(
                        booking, rules, null, null, null, null, null, null, null, "", "", null, null, photos));
    }

    private static UsePage page(ResultSet row, BookingLine booking, UseRules rules, List<Photo> photos)
            throws SQLException {
        int used = row.getInt("used_minutes");
        boolean unknown = row.wasNull();
        return new UsePage(
                booking,
                rules,
                mark(row, "checked_in_at", "in_name"),
                mark(row, "checked_out_at", "out_name"),
                mark(row, "given_at", "given_name"),
                mark(row, "returned_at", "returned_name"),
                row.getBigDecimal("meter_start"),
                row.getBigDecimal("meter_end"),
                unknown ? null : used,
                row.getString("note_in"),
                row.getString("note_out"),
                moment(row, "no_show_at"),
                moment(row, "settled_at"),
                photos);
    }

    private static @Nullable Mark mark(ResultSet row, String at, String name) throws SQLException {
        Instant moment = moment(row, at);
        return moment == null
                ? null
                : new Mark(moment, Optional.ofNullable(row.getString(name)).orElse(""));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : Utc.moment(at);
    }

    /** Holds the booking for this transaction: a check-in and a no-show never both happen. */
    boolean hold(BookingId booking) {
        return jdbc.sql("SELECT status FROM booking WHERE id = ? FOR UPDATE")
                .param(booking.value())
                .query(String.class)
                .single()
                .equals("CONFIRMED");
    }

    void checkIn(Actor actor, BookingLine booking, @Nullable BigDecimal meter, String note, Instant now) {
        jdbc.sql("""
                        INSERT INTO booking_use (booking_id, cluster_id, means_id, checked_in_at, checked_in_by,
                                                 meter_start, note_in)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE checked_in_at = VALUES(checked_in_at),
                               checked_in_by = VALUES(checked_in_by), meter_start = VALUES(meter_start),
                               note_in = VALUES(note_in), no_show_at = NULL""")
                .param(booking.id().value())
                .param(actor.cluster().value())
                .param(booking.means().value())
                .param(Utc.column(now))
                .param(actor.person().value())
                .param(meter)
                .param(note)
                .update();
    }

    void checkOut(Actor actor, BookingId booking, @Nullable BigDecimal meter, int minutes, String note, Instant now) {
        jdbc.sql("""
                        UPDATE booking_use SET checked_out_at = ?, checked_out_by = ?, meter_end = ?, used_minutes = ?,
                               note_out = ? WHERE booking_id = ? AND checked_out_at IS NULL""")
                .param(Utc.column(now))
                .param(actor.person().value())
                .param(meter)
                .param(minutes)
                .param(note)
                .param(booking.value())
                .update();
    }

    void confirm(Actor actor, BookingId booking, Stage stage, Instant now) {
        String side = stage == Stage.IN ? "given" : "returned";
        jdbc.sql("UPDATE booking_use SET " + side + "_at = ?, " + side + "_by = ? WHERE booking_id = ? AND " + side
                        + "_at IS NULL")
                .params(Utc.column(now), actor.person().value(), booking.value())
                .update();
    }

    /** @return false when it was settled before */
    boolean settle(BookingLine booking, long cluster, Instant now) {
        jdbc.sql("INSERT IGNORE INTO booking_use (booking_id, cluster_id, means_id) VALUES (?, ?, ?)")
                .params(booking.id().value(), cluster, booking.means().value())
                .update();
        return jdbc.sql("UPDATE booking_use SET settled_at = ? WHERE booking_id = ? AND settled_at IS NULL")
                        .params(Utc.column(now), booking.id().value())
                        .update()
                == 1;
    }

    /** Takes back a tap by mistake. */
    void forget(BookingId booking) {
        jdbc.sql("UPDATE booking_use SET checked_in_at = NULL, checked_in_by = NULL, meter_start = NULL, note_in = ''"
                        + " WHERE booking_id = ? AND checked_out_at IS NULL")
                .param(booking.value())
                .update();
    }

    void photos(@Nullable Long booking, @Nullable Long damage, Stage stage, Actor actor, List<Long> pictures) {
        for (long picture : pictures) {
            // Only what the actor uploaded here: a photo of somebody else's handover is not for them to show around.
            jdbc.sql("""
                            INSERT INTO use_photo (booking_id, damage_id, stage, picture_id)
                            SELECT ?, ?, ?, id FROM picture WHERE id = ? AND cluster_id = ? AND created_by = ?""")
                    .param(booking)
                    .param(damage)
                    .param(stage.name())
                    .param(picture)
                    .param(actor.cluster().value())
                    .param(actor.person().value())
                    .update();
        }
    }
}
