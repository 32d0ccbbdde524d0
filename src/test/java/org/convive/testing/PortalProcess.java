package org.convive.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.convive.Convive;

/** The whole portal in a process of its own, as an operator starts it, on the tests' database. */
public final class PortalProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int SIGKILL = 128 + 9;

    private final Process process;
    private final String address;

    private PortalProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param issuer whose tokens it takes
     * @param settings what is to be otherwise, as {@code name=value}; by default it sends no mail
     */
    public static PortalProcess start(String issuer, String... settings) throws IOException, InterruptedException {
        TestDatabase.Address database = TestDatabase.get();
        int port = freePort();
        var command = new ArrayList<String>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Convive.class.getName()));
        List.of(
                        "server.port=" + port,
                        "management.server.port=-1",
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "convive.public-url=http://localhost:" + port,
                        "convive.issuer-uri=" + issuer,
                        "convive.client-secret=unused",
                        "convive.mail.delivery=off",
                        "convive.check-configuration=false",
                        "spring.mail.host=localhost",
                        "springdoc.api-docs.enabled=false",
                        "logging.level.root=WARN")
                .forEach(setting -> command.add("--" + setting));
        // Of two values of one setting the first would count.
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            command.removeIf(given -> given.startsWith("--" + name));
            command.add("--" + setting);
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/portal-process.log")))
                .start();
        var portal = new PortalProcess(process, "http://localhost:" + port);
        try {
            portal.awaitReady();
        } catch (IOException | InterruptedException | RuntimeException e) {
            portal.close();
            throw e;
        }
        return portal;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** It answers its API, if only that it wants a token. */
    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address + "/api/v1/me"))
                .timeout(START)
                .build();
        Instant end = Instant.now().plus(START);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (http.send(ask, BodyHandlers.discarding()).statusCode() == 401) {
                        return;
                    }
                } catch (IOException notYet) {
                    if (Instant.now().isAfter(end) || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                        throw new IOException("the portal did not start: see target/portal-process.log", notYet);
                    }
                }
            }
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String address() {
        return address;
    }

    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for its end. */
    public boolean diedOfAKill() throws InterruptedException {
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == SIGKILL;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        boolean unused = process.waitFor(20, TimeUnit.SECONDS);
    }
}
