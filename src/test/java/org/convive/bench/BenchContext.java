package org.convive.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.identity.Role;
import org.convive.local.LocalDatabase;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Translations;
import org.convive.shared.Utc;
import org.flywaydb.core.Flyway;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The means module alone, without web, on a migrated database: what a benchmark needs and no more. */
final class BenchContext {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private BenchContext() {}

    static AnnotationConfigApplicationContext start(LocalDatabase database, int connections) {
        // Without Spring Boot the log would tell every statement and be what is measured.
        LoggingSystem.get(BenchContext.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(connections);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        Flyway.configure().dataSource(pool).load().migrate();
        // Only the requests are measured: nobody looks around in the background.
        System.setProperty("convive.means.clock", "false");
        var context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, () -> pool);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.register(Node.class);
        context.refresh();
        return context;
    }

    /** A manager of the one company of a cluster. */
    static Actor actor(JdbcClient jdbc) {
        var now = Utc.column(Instant.now());
        jdbc.sql("INSERT INTO cluster (id, slug, name, kind, country, time_zone, created_at)"
                        + " VALUES (1, 'bench', 'Bench', 'CLUSTER', 'FR', ?, ?)")
                .params(ZONE.getId(), now)
                .update();
        jdbc.sql("INSERT INTO organisation (id, cluster_id, kind, name, since) VALUES (1, 1, 'COMPANY', 'Company', ?)")
                .param(now)
                .update();
        jdbc.sql("INSERT INTO person (id, email, name, created_at) VALUES (1, 'bench@bench.example', 'Bench', ?)")
                .param(now)
                .update();
        return new Actor(
                new PersonId(1),
                "Bench",
                new EmailAddress("bench@bench.example"),
                new ClusterId(1),
                "bench",
                "Bench",
                ZONE,
                Locale.ENGLISH,
                new OrganisationId(1),
                "Company",
                Role.MANAGER);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @EnableTransactionManagement
    @ComponentScan(
            basePackages = "org.convive.means",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.convive\\.means\\.([a-z]+\\..*|.*Test)"))
    @Import(AuditTrail.class)
    static class Node {
        @Bean
        JdbcTransactionManager transactionManager(DataSource pool) {
            return new JdbcTransactionManager(pool);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource pool) {
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

        @Bean
        Translations translations() {
            return new Translations(List.of("means"));
        }
    }
}
