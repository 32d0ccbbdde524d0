package org.convive.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real Keycloak for {@code ./portal run} and for the journeys: the server of the unpacked distribution, with our realm,
 * our login theme and the demo accounts, reachable from this machine only.
 */
public final class LocalKeycloak implements AutoCloseable {
    /** The client secret of the demo realm; known to everyone, so never used by a production realm. */
    public static final String DEMO_SECRET = "demo-only-not-a-secret";

    private static final String REALM = "convive";
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--features-disabled=ciba,par");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static @Nullable LocalKeycloak shared;

    private final Process process;
    private final String url;
    private final Path log;
    private final String adminPassword;

    private LocalKeycloak(Process process, String url, Path log, String adminPassword) {
        this.process = process;
        this.url = url;
        this.log = log;
        this.adminPassword = adminPassword;
    }

    /**
     * The Keycloak of this test run, on a free port with a realm of its own; it ends with the JVM. The first caller's
     * portal gets the back-channel logout.
     *
     * @param portalUrl address of the portal under test, such as {@code http://localhost:41234}
     */
    public static synchronized LocalKeycloak shared(String portalUrl) {
        return shared(portalUrl, 3025);
    }

    /** As {@link #shared(String)}, with the SMTP port that Keycloak's own mail goes to. */
    public static synchronized LocalKeycloak shared(String portalUrl, int smtpPort) {
        LocalKeycloak running = shared;
        if (running == null) {
            Path home = Path.of("target", "keycloak-" + ProcessHandle.current().pid());
            running = start(home.toAbsolutePath(), freePort(), portalUrl, smtpPort);
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "keycloak-stop"));
            running.awaitReady();
            shared = running;
        }
        return running;
    }

    /**
     * Starts the server without waiting for it.
     *
     * @param home folder for its database and log; a realm found there is kept as it is
     */
    public static LocalKeycloak start(Path home, int port, String portalUrl, int smtpPort) {
        Path distribution = distribution();
        Path log = home.resolve("keycloak.log");
        String url = "http://localhost:" + port;
        try {
            Files.createDirectories(home.resolve("data/import"));
            prepare(distribution, log);
            for (String folder : List.of("conf", "lib", "providers")) {
                Path link = home.resolve(folder);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(folder));
            }
            Files.writeString(home.resolve("data/import/convive-realm.json"), demoRealm(portalUrl, smtpPort));

            List<String> command = command(distribution, home);
            command.addAll(List.of(
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--cache=local",
                    "--http-enabled=true",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--hostname=" + url,
                    "--spi-theme--folder--dir=" + Path.of("keycloak/theme").toAbsolutePath()));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            String adminPassword = adminPassword(home);
            builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
            return new LocalKeycloak(builder.start(), url, log, adminPassword);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the realm answers. */
    public void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak stopped by itself; its log is " + log + ".");
            }
            if (answers(issuer())) {
                return;
            }
            try {
                if (process.waitFor(250, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Keycloak stopped by itself; its log is " + log + ".");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Keycloak starts", e);
            }
        }
        throw new IllegalStateException("Keycloak did not answer in time; its log is " + log + ".");
    }

    /** The realm's address, which is its issuer. */
    public String issuer() {
        return issuer(url);
    }

    /** The server's address. */
    public String url() {
        return url;
    }

    /** Of the administrator {@code admin} in the realm {@code master}. */
    public String adminPassword() {
        return adminPassword;
    }

    /** The operating system's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Where the server writes its log. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The issuer of our realm on a Keycloak server. */
    static String issuer(String keycloakUrl) {
        return keycloakUrl + "/realms/" + REALM;
    }

    static boolean answers(String issuer) {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lays the demo file over the realm file: fields replace, clients merge by their id, users are added. */
    static String demoRealm(String portalUrl, int smtpPort) throws IOException {
        var mapper = new JsonMapper();
        var realm = (ObjectNode)
                mapper.readTree(Path.of("keycloak", "convive-realm.json").toFile());
        var demo = (ObjectNode)
                mapper.readTree(Path.of("keycloak", "convive-demo-users.json").toFile());
        demo.remove("_comment");
        lay(demo, realm);
        String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
        var values = Map.of(
                "CONVIVE_PUBLIC_URL",
                portalUrl,
                "CONVIVE_CLIENT_SECRET",
                DEMO_SECRET,
                "CONVIVE_SMTP_HOST",
                "127.0.0.1",
                "CONVIVE_SMTP_PORT",
                String.valueOf(smtpPort),
                "CONVIVE_MAIL_FROM",
                "accounts@convive.example");
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static void lay(ObjectNode over, ObjectNode under) {
        for (var field : over.properties()) {
            var known = under.get(field.getKey());
            if ("clients".equals(field.getKey())) {
                for (var client : field.getValue()) {
                    lay(
                            (ObjectNode) client,
                            byId(
                                    (ArrayNode) under.get("clients"),
                                    client.get("clientId").asString()));
                }
            } else if (known instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                lay(more, object);
            } else {
                under.set(field.getKey(), field.getValue());
            }
        }
    }

    private static ObjectNode byId(ArrayNode clients, String id) {
        for (var client : clients) {
            if (client.get("clientId").asString().equals(id)) {
                return (ObjectNode) client;
            }
        }
        throw new IllegalStateException("convive-realm.json has no client " + id);
    }

    /** Keycloak optimises itself once for its build options; later starts are faster by half a minute. */
    private static void prepare(Path distribution, Path log) throws IOException {
        Path built = distribution.resolve(".convive-built");
        String wanted = String.join(" ", BUILD_OPTIONS);
        try (var channel = FileChannel.open(
                        distribution.resolve(".convive-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && Files.exists(built) && Files.readString(built).equals(wanted)) {
                return;
            }
            List<String> command = command(distribution, distribution);
            command.add("build");
            command.addAll(BUILD_OPTIONS);
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("Keycloak could not be prepared; its log is " + log + ".");
            }
            Files.writeString(built, wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak is prepared", e);
        }
    }

    /** What bin/kc.sh runs, with a small heap and the quick compiler: one process that is ours to end. */
    private static List<String> command(Path distribution, Path home) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    }

    /** The administrator's password of this server, made up at its first start and kept beside its data. */
    private static String adminPassword(Path home) throws IOException {
        Path file = home.resolve("admin-password.txt");
        if (!Files.exists(file)) {
            var bytes = new byte[12];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes) + System.lineSeparator());
        }
        return Files.readString(file).strip();
    }

    private static Path distribution() {
        String home = System.getenv("CONVIVE_KEYCLOAK_HOME");
        if (home != null && !home.isBlank()) {
            return Path.of(home);
        }
        try (var folders = Files.list(Path.of(".local"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .filter(folder -> Files.exists(folder.resolve("lib/quarkus-run.jar")))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(LocalKeycloak::missing);
        } catch (IOException e) {
            throw missing();
        }
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("No Keycloak in .local; ./portal run or ./portal test fetches it.");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
