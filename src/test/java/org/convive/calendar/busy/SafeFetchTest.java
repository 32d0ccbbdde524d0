package org.convive.calendar.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.convive.shared.InvalidInput;
import org.convive.shared.web.PublicAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFetchTest {
    private final SafeFetch onlyThisMachine =
            new SafeFetch(address -> address.getHostAddress().equals("127.0.0.1"));
    private static final byte[] HTTP_BEGINS = "HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TLS_BEGINS = {22, 3, 3, 64, 0, 2};
    private static final Duration LONG = Duration.ofMinutes(1);
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/calendar.ics", exchange -> {
            if ("\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().set("ETag", "\"7\"");
                send(exchange, "BEGIN:VCALENDAR", false);
            }
        });
        server.createContext("/chunked", exchange -> send(exchange, "in pieces ".repeat(5000), true));
        server.createContext("/huge", exchange -> send(exchange, "x".repeat(5 * 1024 * 1024), true));
        server.createContext("/gone", exchange -> exchange.sendResponseHeaders(404, -1));
        server.createContext("/moved", exchange -> redirect(exchange, "/calendar.ics"));
        server.createContext("/inside", exchange -> redirect(exchange, "http://127.0.0.2:1/secret"));
        server.createContext("/elsewhere", exchange -> redirect(exchange, "http://inside.test:1/secret"));
        server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aCalendarIsReadAndNotReadAgainWhileItIsTheSame() {
        SafeFetch.Fetched fetched = Objects.requireNonNull(onlyThisMachine.fetch(at("/calendar.ics"), ""));
        assertThat(new String(fetched.content(), StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR");
        assertThat(onlyThisMachine.fetch(at("/calendar.ics"), fetched.etag())).isNull();
    }

    @Test
    void anAnswerInPiecesAndOneThatMovedAreRead() {
        assertThat(Objects.requireNonNull(onlyThisMachine.fetch(at("/chunked"), ""))
                        .content())
                .hasSize(50_000);
        assertThat(Objects.requireNonNull(onlyThisMachine.fetch(at("/moved"), ""))
                        .content())
                .hasSize(15);
    }

    @Test
    void aRedirectCannotLeadIntoTheNetworkAroundThePortal() {
        refuses(() -> onlyThisMachine.fetch(at("/inside"), ""), "calendar.fetch.error.internal");
    }

    @Test
    void aNameThatStandsForAnotherMachineTheNextTimeIsAskedOnceOnly() throws UnknownHostException {
        var asked = new AtomicInteger();
        InetAddress here = InetAddress.getByName("127.0.0.1");
        InetAddress inside = InetAddress.getByName("127.0.0.2");
        var fetch = new SafeFetch(
                here::equals,
                host -> {
                    assertThat(host).isEqualTo("calendar.test");
                    return new InetAddress[] {asked.incrementAndGet() == 1 ? here : inside};
                },
                LONG);
        assertThat(Objects.requireNonNull(fetch.fetch(named("/calendar.ics"), ""))
                        .content())
                .hasSize(15);
        assertThat(asked).hasValue(1);
        refuses(() -> fetch.fetch(named("/calendar.ics"), ""), "calendar.fetch.error.internal");
    }

    @Test
    void aNameThatAlsoStandsForAMachineInsideIsRefusedAndSoIsARedirectToOne() throws UnknownHostException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        InetAddress inside = InetAddress.getByName("127.0.0.2");
        var both = new SafeFetch(here::equals, host -> new InetAddress[] {here, inside}, LONG);
        refuses(() -> both.fetch(named("/calendar.ics"), ""), "calendar.fetch.error.internal");
        var moving = new SafeFetch(
                here::equals, host -> new InetAddress[] {host.equals("calendar.test") ? here : inside}, LONG);
        refuses(() -> moving.fetch(named("/elsewhere"), ""), "calendar.fetch.error.internal");
    }

    @Test
    void whatIsTooLargeGoneOrGoesInCirclesIsRefusedWithASentence() {
        refuses(() -> onlyThisMachine.fetch(at("/huge"), ""), "calendar.reading.error.too-large");
        refuses(() -> onlyThisMachine.fetch(at("/gone"), ""), "calendar.fetch.error.gone");
        refuses(() -> onlyThisMachine.fetch(at("/circle"), ""), "calendar.fetch.error.unreachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/x",
                "http://127.0.0.1/x",
                "http://[::1]/x",
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/",
                "http://[::ffff:192.168.0.1]/",
                "http://0.0.0.0/",
                "http://2130706433/"
            })
    void theNetworkAroundThePortalIsClosed(String address) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new SafeFetch(PublicAddresses::isPublic).fetch(SafeFetch.address(address), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "calendar", "file:///etc/passwd", "ftp://x/y", "https://user:secret@x.example/", "http:///x"
            })
    void onlyWebAddressesWithoutAPasswordAreTaken(String address) {
        refuses(() -> SafeFetch.address(address), "calendar.fetch.error.link");
    }

    @Test
    void aSubscriptionAddressIsAWebAddress() {
        assertThat(SafeFetch.address("webcal://x.example/a.ics")).isEqualTo(URI.create("https://x.example/a.ics"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.1.1",
                "127.1.2.3",
                "0.1.2.3",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1"
            })
    void noInternalAddressIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.167.255.255", "100.128.0.1", "2a00:1450::1"})
    void theOpenInternetIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aServerThatSpeaksByteByByteForEverIsCutOff(String scheme) throws Exception {
        var cut = new CountDownLatch(1);
        try (var slow = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket guest = slow.accept()) {
                    // The head of an answer, or of a record of TLS, that goes on as long as somebody listens.
                    guest.getOutputStream().write(scheme.equals("http") ? HTTP_BEGINS : TLS_BEGINS);
                    while (!cut.await(20, TimeUnit.MILLISECONDS)) {
                        guest.getOutputStream().write('x');
                    }
                } catch (IOException | InterruptedException e) {
                    cut.countDown();
                }
            });
            var hasty = new SafeFetch(any -> true, InetAddress::getAllByName, Duration.ofMillis(300));
            refuses(
                    () -> hasty.fetch(URI.create(scheme + "://127.0.0.1:" + slow.getLocalPort() + "/"), ""),
                    "calendar.fetch.error.slow");
            assertThat(cut.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void aMarkOfTheContentWithALineBreakIsNotSaidAgain() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket guest = server.accept()) {
                    guest.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nETag: \"7\"\nX-Evil: 1\r\nContent-Length: 2\r\n\r\nOK"
                                    .getBytes(StandardCharsets.US_ASCII));
                    guest.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            SafeFetch.Fetched fetched = Objects.requireNonNull(
                    onlyThisMachine.fetch(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), ""));
            assertThat(fetched.etag()).isEmpty();
            assertThat(fetched.content()).hasSize(2);
        }
    }

    private URI named(String path) {
        return URI.create("http://calendar.test:" + server.getAddress().getPort() + path);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void refuses(Runnable deed, String key) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(deed::run)
                .satisfies(refused ->
                        assertThat(refused.fields().get("link").key()).isEqualTo(key));
    }

    private static void send(HttpExchange exchange, String text, boolean chunked) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, chunked ? 0 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
