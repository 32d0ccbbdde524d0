package org.convive.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.convive.Convive;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What {@code ./portal run} starts: MariaDB, Keycloak and a mail server at the same time, then the portal with demo data
 * (Spring profile {@code local}). Everything it starts ends with it.
 */
public final class LocalPortal {
    private static final int FAILED = 1;
    private static final int CHILD_DIED = 3;

    private final long started = System.nanoTime() - Long.getLong("convive.started", 0) * 1_000_000_000L;
    private final Path data =
            Path.of(System.getProperty("convive.data", ".local/data")).toAbsolutePath();
    private final Path log = data.resolve("log");
    private final boolean dev = Boolean.getBoolean("convive.dev");
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<AutoCloseable> running = new ArrayList<>();

    private LocalPortal() {}

    /** Runs until it is interrupted. */
    public static void main(String[] arguments) {
        // Until Spring Boot sets up the log file, the libraries would write to the console.
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
        new LocalPortal().run(arguments);
    }

    private void run(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "portal-stop"));
        try {
            Files.createDirectories(log);
            remember("portal", ProcessHandle.current());
            var mail = CompletableFuture.supplyAsync(this::startMail);
            var keycloak = CompletableFuture.supplyAsync(this::startKeycloak);
            var database = CompletableFuture.supplyAsync(this::startDatabase);
            startPortal(arguments, database.join(), mail.join());
            String issuer = keycloak.join();
            if (!stopping.get()) {
                out.print(closingWords(issuer));
            }
        } catch (CompletionException e) {
            fail(FAILED, e.getCause() == null ? e : e.getCause());
        } catch (IOException | RuntimeException e) {
            fail(FAILED, e);
        }
    }

    private LocalMail startMail() {
        var mail = LocalMail.start(data.resolve("mail"), port("SMTP_PORT", 3025), port("IMAP_PORT", 3143));
        add(mail);
        say("Mail server, SMTP on %d and IMAP on %d", mail.smtpPort(), mail.imapPort());
        return mail;
    }

    private String startKeycloak() {
        String given = System.getenv("CONVIVE_KEYCLOAK_URL");
        if (given != null && !given.isBlank()) {
            String issuer = LocalKeycloak.issuer(given.replaceAll("/+$", ""));
            if (!LocalKeycloak.answers(issuer)) {
                throw new IllegalStateException("CONVIVE_KEYCLOAK_URL is set, but " + issuer + " does not answer.");
            }
            say("Keycloak, the one at %s", given);
            return issuer;
        }
        var keycloak = LocalKeycloak.start(
                data.resolve("keycloak"), port("KEYCLOAK_PORT", 8180), portalUrl(), port("SMTP_PORT", 3025));
        add(keycloak);
        watch("keycloak", keycloak.process(), keycloak.log());
        keycloak.awaitReady();
        say("Keycloak on %s", keycloak.url());
        return keycloak.issuer();
    }

    private LocalDatabase startDatabase() {
        var database = LocalDatabase.start(data.resolve("database"), port("DB_PORT", 13306));
        add(database);
        ProcessHandle.current()
                .descendants()
                .filter(child -> child.info()
                        .command()
                        .map(command -> command.contains("mariadbd") || command.contains("mysqld"))
                        .orElse(false))
                .filter(child -> child.info()
                        .commandLine()
                        .map(line -> line.contains(data.toString()))
                        .orElse(false))
                .forEach(child -> watch("mariadb", child, data.resolve("database")));
        say("MariaDB on port %d", database.port());
        return database;
    }

    private void startPortal(String[] arguments, LocalDatabase database, LocalMail mail) {
        String keycloak = System.getenv("CONVIVE_KEYCLOAK_URL");
        String issuer = LocalKeycloak.issuer(
                keycloak == null || keycloak.isBlank()
                        ? "http://localhost:" + port("KEYCLOAK_PORT", 8180)
                        : keycloak.replaceAll("/+$", ""));
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        // Data of an earlier checkout goes on where branches met in between.
        settings.put("spring.flyway.out-of-order", "true");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mail.smtpPort());
        settings.put("convive.imap.host", "127.0.0.1");
        settings.put("convive.imap.port", mail.imapPort());
        settings.put("convive.imap.username", "convive@convive.example");
        settings.put("convive.imap.password", "convive");
        settings.put("convive.mail.from", "convive@convive.example");
        // Everybody's mailbox is at the same service here.
        settings.put("convive.mail.per-domain", 0);
        settings.put("convive.public-url", portalUrl());
        settings.put("convive.issuer-uri", issuer);
        settings.put("convive.client-secret", environment("CONVIVE_CLIENT_SECRET", LocalKeycloak.DEMO_SECRET));
        settings.put("server.port", port("PORT", 8080));
        settings.put("management.server.port", port("MANAGEMENT_PORT", 8081));
        settings.put("logging.file.name", log.resolve("portal.log").toString());
        if (!dev) {
            settings.put("logging.threshold.console", "OFF");
            settings.put("vaadin.productionMode", "true");
        }

        List<String> given = new ArrayList<>();
        settings.forEach((name, value) -> given.add("--" + name + "=" + value));
        given.addAll(List.of(arguments));

        var application = new SpringApplication(Convive.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setAdditionalProfiles("local");
        application.addInitializers(context -> {
            add((ConfigurableApplicationContext) context);
            context.getBeanFactory().registerSingleton("localMail", mail);
        });
        application.run(given.toArray(String[]::new));
        say("Portal with its demo data");
    }

    private String closingWords(String issuer) {
        return """

                  Convive is ready:  %1$s

                  Sign in as         helene   manager of a glassworks
                                     marc     manager of a mould maker
                                     nadia    member
                                     camille  animator of the cluster
                                     ada      administrator
                                     otto     manager in the other cluster, Val Mécanique
                  Password           convive

                  Mail it sends      %1$s/demo/mailbox
                  Health             http://localhost:%2$d/actuator/health
                  Accounts           %3$s
                  Logs               %4$s
                  Stop with          Ctrl-C

                """.formatted(portalUrl(), port("MANAGEMENT_PORT", 8081), issuer, log);
    }

    private void watch(String name, ProcessHandle child, Path childLog) {
        remember(name, child);
        child.onExit().thenRun(() -> {
            if (!stopping.get()) {
                fail(CHILD_DIED, new IllegalStateException(name + " stopped by itself; see " + childLog + "."));
            }
        });
    }

    /** Lets the next start find what a hard kill of this process would leave behind. */
    private void remember(String name, ProcessHandle process) {
        try {
            Files.createDirectories(data.resolve("run"));
            Files.writeString(data.resolve("run").resolve(name + ".pid"), String.valueOf(process.pid()));
        } catch (IOException e) {
            throw new IllegalStateException("The folder " + data + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void add(AutoCloseable service) {
        synchronized (running) {
            running.add(service);
        }
    }

    /** Ends the portal first, then the services, the last started first. */
    private void stop() {
        if (!stopping.compareAndSet(false, true)) {
            awaitStopped();
            return;
        }
        List<AutoCloseable> services;
        synchronized (running) {
            services = new ArrayList<>(running);
        }
        services.sort((a, b) -> Boolean.compare(
                b instanceof ConfigurableApplicationContext, a instanceof ConfigurableApplicationContext));
        for (var service : services) {
            try {
                service.close();
            } catch (Exception e) {
                out.println("        " + e.getMessage());
            }
        }
        try (var pids = Files.newDirectoryStream(data.resolve("run"), "*.pid")) {
            for (Path pid : pids) {
                Files.deleteIfExists(pid);
            }
        } catch (IOException e) {
            out.println("        " + e.getMessage());
        }
        say("Stopped");
        stopped.countDown();
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(int code, @Nullable Throwable reason) {
        if (stopping.get()) {
            return;
        }
        String sentence = sentence(reason);
        out.flush();
        System.err.println("portal: " + sentence.lines().findFirst().orElse(sentence));
        System.err.println("portal: more may stand in " + log.resolve("portal.log") + ".");
        stop();
        Runtime.getRuntime().halt(code);
    }

    /** What went wrong at the bottom of it, for a person who starts the portal. */
    private String sentence(@Nullable Throwable reason) {
        Throwable bottom = reason;
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            bottom = cause;
            if (cause instanceof FlywayException) {
                return "the data in " + data + " was made by another version; ./portal run --fresh begins anew.";
            }
        }
        return bottom == null || bottom.getMessage() == null ? String.valueOf(reason) : bottom.getMessage();
    }

    private void say(String sentence, Object... words) {
        long seconds = (System.nanoTime() - started) / 1_000_000_000L;
        out.printf(Locale.ROOT, "%6ds  %s%n", seconds, sentence.formatted(words));
    }

    private static String portalUrl() {
        return environment("CONVIVE_PUBLIC_URL", "http://localhost:" + port("PORT", 8080));
    }

    private static int port(String name, int usual) {
        return Integer.parseInt(environment(name, String.valueOf(usual)));
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
