package org.convive.means;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Refuses to start on connections that do not keep the booking guarantee (MDEV-37199). */
@Component
class IsolationCheck implements InitializingBean {
    private final JdbcTemplate jdbc;

    IsolationCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        String isolation = jdbc.queryForObject("SELECT @@tx_isolation", String.class);
        if (!"REPEATABLE-READ".equals(isolation) && !"SERIALIZABLE".equals(isolation)) {
            throw new IllegalStateException("bookings need REPEATABLE READ, the connections have " + isolation
                    + ": see spring.datasource.hikari" + ".transaction-isolation");
        }
    }
}
