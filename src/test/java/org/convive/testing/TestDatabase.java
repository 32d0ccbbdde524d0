package org.convive.testing;

import java.nio.file.Path;
import org.convive.local.LocalDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The one real MariaDB of a test run; points test contexts at itself. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final LocalDatabase DATABASE = start();

    public static LocalDatabase get() {
        return DATABASE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + DATABASE.jdbcUrl(),
                        "spring.datasource.username=" + DATABASE.user(),
                        "spring.datasource.password=" + DATABASE.password())
                .applyTo(context);
    }

    private static LocalDatabase start() {
        Path data = Path.of("target", "test-database-" + ProcessHandle.current().pid());
        var database = LocalDatabase.start(data, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return database;
    }
}
