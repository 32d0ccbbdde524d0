package org.convive.testing;

import java.nio.file.Path;
import org.convive.local.LocalDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The one real MariaDB of a test run; points test contexts at itself. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Address ADDRESS = start();

    /** Where the tests' database is, for tests that open connections of their own. */
    public static Address get() {
        return ADDRESS;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + ADDRESS.jdbcUrl(),
                        "spring.datasource.username=" + ADDRESS.user(),
                        "spring.datasource.password=" + ADDRESS.password())
                .applyTo(context);
    }

    /** A server that is running already (its URL in CONVIVE_TEST_SERVER, up to the slash) saves starting one. */
    private static Address start() {
        String server = System.getenv("CONVIVE_TEST_SERVER");
        if (server == null) {
            Path data =
                    Path.of("target", "test-database-" + ProcessHandle.current().pid());
            var database = LocalDatabase.start(data, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return new Address(database.jdbcUrl(), database.user(), database.password());
        }
        String name = "convive_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        String url = server + name + "?createDatabaseIfNotExist=true"
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
        return new Address(url, "convive", "convive");
    }

    /** How to connect. */
    public record Address(String jdbcUrl, String user, String password) {}
}
