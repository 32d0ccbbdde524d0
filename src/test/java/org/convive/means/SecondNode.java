package org.convive.means;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.convive.identity.AuditTrail;
import org.convive.testing.TestDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The booking part of another portal node: its own Spring context and connections, the same database. */
final class SecondNode implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;

    private SecondNode(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    static SecondNode start() {
        return new SecondNode(new AnnotationConfigApplicationContext(Node.class));
    }

    BookingService bookings() {
        return context.getBean(BookingService.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Import({BookingService.class, BookingTransactions.class, BookingRows.class, MeansQueries.class, AuditTrail.class})
    static class Node {
        @Bean
        HikariDataSource dataSource() {
            TestDatabase.Address database = TestDatabase.get();
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
            return pool;
        }

        @Bean
        JdbcTransactionManager transactions(HikariDataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        JdbcTemplate jdbcTemplate(HikariDataSource pool) {
            return new JdbcTemplate(pool);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
