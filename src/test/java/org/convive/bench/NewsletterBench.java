package org.convive.bench;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.convive.local.LocalDatabase;
import org.convive.mail.Letter;
import org.convive.mail.PromptSockets;
import org.convive.mail.SendingNode;
import org.convive.shared.ClusterId;
import org.convive.shared.Utc;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * 10,000 recipients through the ledger, beside a bare Jakarta Mail loop that makes and sends the same messages over as
 * many connections, to the same mail server, in turns: messages a second, their ratio, and how the heap grew.
 */
final class NewsletterBench {
    private static final int RECIPIENTS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 4;
    private static final int CONNECTIONS = 2;
    private static final String FROM = "portal@test.example";

    private final String html = "<!DOCTYPE html><html lang=\"fr\"><body>"
            + "<p>L’Orsenne est <strong>40 cm</strong> sous son niveau de mars. Qui peut prêter une pompe ?</p>\n"
                    .repeat(180)
            + "<a href=\"{{unsubscribe}}\">Se désabonner</a></body></html>";
    private final String text = "L'Orsenne est 40 cm sous son niveau de mars. Qui peut preter une pompe ?\n".repeat(40)
            + "{{unsubscribe}}\n";
    private final int port;
    private final SendingNode node;

    private NewsletterBench(int port, SendingNode node) {
        this.port = port;
        this.node = node;
    }

    public static void main(String[] args) throws Exception {
        LoggingSystem.get(NewsletterBench.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Path data = Files.createTempDirectory("convive-bench");
        try (var database = LocalDatabase.start(data, 0);
                var server = new SinkServer();
                var node = new SendingNode(
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        server.port(),
                        "bench",
                        CONNECTIONS)) {
            migrate(node.pool());
            node.jdbc()
                    .sql("INSERT INTO cluster (id, slug, name, kind, country, time_zone, created_at)"
                            + " VALUES (1, 'bench', 'Bench', 'CLUSTER', 'FR', 'Europe/Paris', ?)")
                    .param(Utc.column(Instant.now()))
                    .update();
            new NewsletterBench(server.port(), node).run(server);
        } finally {
            BenchContext.delete(data);
        }
    }

    /** The tables of mail and what they refer to, not all of the portal's: these take a minute where disks are slow. */
    private static void migrate(DataSource pool) throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        var scripts = Stream.of("cluster", "mail_*")
                .flatMap(name -> {
                    try {
                        return Arrays.stream(files.getResources("classpath:db/migration/V*__" + name + ".sql"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .sorted(Comparator.comparing(Resource::getFilename))
                .toArray(Resource[]::new);
        new ResourceDatabasePopulator(scripts).execute(pool);
    }

    private void run(SinkServer server) throws Exception {
        portal(WARM_UP);
        bare(WARM_UP);
        long bytesBefore = server.bytes();
        int part = RECIPIENTS / ROUNDS;
        double portal = 0;
        double bare = 0;
        long heapBefore = 0;
        for (int i = 0; i < ROUNDS; i++) {
            if (i == 1) {
                heapBefore = heap();
            }
            portal += portal(part);
            bytesBefore = tell("portal", server, bytesBefore, part);
            bare += bare(part);
            bytesBefore = tell("bare loop", server, bytesBefore, part);
        }
        long grown = heap() - heapBefore;
        double ours = RECIPIENTS / portal;
        double theirs = RECIPIENTS / bare;
        System.out.printf("portal     %,8.0f messages a second, %d connections%n", ours, CONNECTIONS);
        System.out.printf("bare loop  %,8.0f messages a second, %d connections%n", theirs, CONNECTIONS);
        System.out.printf("ratio      %8.2f (goal 0.80)%n", ours / theirs);
        System.out.printf(
                "heap       %+8.1f MB from the first quarter to the last (goal: flat)%n", grown / 1024.0 / 1024.0);
    }

    private static long tell(String who, SinkServer server, long before, int messages) {
        long now = server.bytes();
        System.out.printf("%-10s %,d bytes a message%n", who, (now - before) / messages);
        return now;
    }

    /** @return seconds */
    private double portal(int recipients) {
        long letter = node.post(new Letter(
                new ClusterId(1),
                "newsletter",
                "newsletter:1",
                "Camille, Bench",
                null,
                "Pourquoi la rivière décidera de notre été",
                text,
                html,
                null,
                Map.of(
                        "List-Unsubscribe", "<{{unsubscribe}}>",
                        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                        "List-Id", "Bench <newsletter.bench.test.example>"),
                IntStream.range(0, recipients)
                        .mapToObj(i -> new Letter.Recipient(address(i), "Reader " + i, Map.of("unsubscribe", link(i))))
                        .toList()));
        long begin = System.nanoTime();
        node.work();
        double seconds = seconds(begin);
        if (node.progress(letter).sent() != recipients) {
            throw new IllegalStateException("not all were sent: " + node.progress(letter));
        }
        return seconds;
    }

    /** @return seconds */
    private double bare(int recipients) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        // As the portal does: without it both would mostly wait for acknowledgements of the network.
        settings.put("mail.smtp.socketFactory", new PromptSockets());
        Session session = Session.getInstance(settings);
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Callable<Void>> lines = new ArrayList<>();
            for (int line = 0; line < CONNECTIONS; line++) {
                int first = line;
                lines.add(() -> {
                    try (Transport transport = session.getTransport("smtp")) {
                        transport.connect();
                        for (int i = first; i < recipients; i += CONNECTIONS) {
                            MimeMessage message = message(session, i);
                            transport.sendMessage(message, message.getAllRecipients());
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(lines)) {
                done.get();
            }
        }
        return seconds(begin);
    }

    private MimeMessage message(Session session, int i) throws Exception {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(FROM, "Camille, Bench", "UTF-8"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(address(i), "Reader " + i, "UTF-8"));
        message.setSubject("Pourquoi la rivière décidera de notre été", "UTF-8");
        message.setSentDate(java.util.Date.from(Instant.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + link(i) + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("List-Id", "Bench <newsletter.bench.test.example>");
        var plain = new MimeBodyPart();
        plain.setText(text.replace("{{unsubscribe}}", link(i)), "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html.replace("{{unsubscribe}}", link(i)), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        message.saveChanges();
        return message;
    }

    private static String address(int i) {
        return "reader" + i + "@company" + i % 300 + ".example";
    }

    private static String link(int i) {
        return "https://portal.example/links/unsubscribe/MQo0Mgp" + i + "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG";
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toNanos() / 1e9;
    }
}
