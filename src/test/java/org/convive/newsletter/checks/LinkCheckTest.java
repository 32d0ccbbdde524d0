package org.convive.newsletter.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.convive.newsletter.checks.LinkCheck.Answer;
import org.convive.shared.web.WebCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private String address;
    private LinkCheck open;
    private LinkCheck careful;

    @BeforeEach
    void aWebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            int status = switch (path) {
                case "/good" -> 200;
                case "/no-head" -> head ? 405 : 200;
                case "/sign-in" -> 403;
                case "/moved", "/circle", "/inside" -> 302;
                default -> 404;
            };
            if (status == 302) {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                switch (path) {
                                    case "/moved" -> "/good";
                                    case "/circle" -> "/circle";
                                    default -> "file:///etc/passwd";
                                });
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        open = new LinkCheck(Clock.systemUTC(), "https://portal.example", calling(any -> true), Duration.ofMinutes(1));
        careful = new LinkCheck(Clock.systemUTC(), "https://portal.example");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        open.destroy();
        careful.destroy();
    }

    @Test
    void whatIsThereIsGoodAndWhatIsNotIsBroken() {
        assertThat(open.ask(address + "/good")).isEqualTo(Answer.GOOD);
        assertThat(open.ask(address + "/good#part")).isEqualTo(Answer.GOOD);
        assertThat(open.ask(address + "/no-head")).isEqualTo(Answer.GOOD);
        assertThat(open.ask(address + "/sign-in")).isEqualTo(Answer.GOOD);
        assertThat(open.ask(address + "/moved")).isEqualTo(Answer.GOOD);
        assertThat(open.ask(address + "/gone")).isEqualTo(Answer.BROKEN);
        assertThat(open.ask(address + "/circle")).isEqualTo(Answer.BROKEN);
        assertThat(open.ask(address + "/inside")).isEqualTo(Answer.BROKEN);
        assertThat(open.ask("http://no-such-host.invalid/")).isEqualTo(Answer.SILENT);
        assertThat(open.ask("ftp://example.org/")).isEqualTo(Answer.BROKEN);
        assertThat(open.ask("http://user:secret@127.0.0.1/")).isEqualTo(Answer.BROKEN);
        assertThat(open.ask("not an address")).isEqualTo(Answer.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://10.1.2.3/",
                "http://192.168.0.1/",
                "http://172.16.9.9/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://[fd00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://198.18.0.1/",
                "http://192.0.0.8/",
                "http://240.0.0.1/",
                "http://[2002:7f00:1::]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[::7f00:1]/"
            })
    void addressesWithinTheOwnNetworkAreNotCalled(String inside) {
        assertThat(careful.ask(inside)).isEqualTo(Answer.PRIVATE);
        assertThat(careful.ask(address + "/good")).isEqualTo(Answer.PRIVATE);
        assertThat(asked).hasValue(0);
    }

    @Test
    void anAddressIsAskedOnceInTheBackground() {
        assertThat(open.of(address + "/good")).isEqualTo(Answer.WAITING);
        await().until(() -> open.of(address + "/good") == Answer.GOOD);
        assertThat(asked).hasValue(1);
        assertThat(open.of("mailto:camille@example.org")).isEqualTo(Answer.GOOD);
        assertThat(open.of("https://portal.example/c/x/meetings/1")).isEqualTo(Answer.GOOD);
    }

    @Test
    void aNameThatStandsForAMachineInsideTheSecondTimeIsNotCalledThere() throws UnknownHostException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        InetAddress inside = InetAddress.getByName("127.0.0.2");
        var resolved = new AtomicInteger();
        WebCall.Names turning = host -> new InetAddress[] {resolved.incrementAndGet() == 1 ? here : inside};
        var check = new LinkCheck(
                Clock.systemUTC(), "https://portal.example", new WebCall(here::equals, turning), Duration.ofMinutes(1));
        // HEAD is answered by 405; the GET after it asks who that is once more.
        assertThat(check.ask("http://page.test:" + server.getAddress().getPort() + "/no-head"))
                .isEqualTo(Answer.PRIVATE);
        assertThat(asked).hasValue(1);
        check.destroy();
    }

    @Test
    void aPageWithoutAnEndIsGoodWhenItsHeadIs() {
        var released = new CountDownLatch(1);
        server.createContext("/endless", exchange -> {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(head ? 405 : 200, head ? -1 : 0);
            if (!head) {
                exchange.getResponseBody().flush();
                try {
                    assertThat(released.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.close();
        });
        assertThat(open.ask(address + "/endless")).isEqualTo(Answer.GOOD);
        assertThat(released.getCount()).isEqualTo(1);
        released.countDown();
    }

    private static WebCall calling(Predicate<InetAddress> allowed) {
        return new WebCall(allowed, InetAddress::getAllByName);
    }
}
