package org.convive.means;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
        return start(TestDatabase.get());
    }

    static SecondNode start(TestDatabase.Address database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(TestDatabase.Address.class, () -> database);
        context.register(Node.class);
        context.refresh();
        return new SecondNode(context);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    BookingService bookings() {
        return context.getBean(BookingService.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Import({
        BookingService.class,
        BookingMoves.class,
        Approvals.class,
        Plans.class,
        PlanRows.class,
        PlanLook.class,
        Bound.class,
        LateCancelling.class,
        WaitingList.class,
        Expiries.class,
        GivingBack.class,
        Offers.class,
        Taking.class,
        Admission.class,
        KnownMeans.class,
        BookingEvents.class,
        BookingTransactions.class,
        BookingRows.class,
        MeansQueries.class,
        AuditTrail.class
    })
    static class Node {
        @Bean
        HikariDataSource dataSource(TestDatabase.Address database) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(20);
            pool.setConnectionInitSql("SET SESSION innodb_lock_wait_timeout = 5");
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
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
