package org.convive.newsletter.checks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks whether the addresses in a letter answer: in the background, a few at a time, each at most every ten minutes.
 * Addresses within the site's own network are never called, and redirects are followed one by one with the same rule:
 * a letter is no way to knock at doors behind the firewall.
 */
@Component
public class LinkCheck implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_KNOWN = 2_000;
    private static final int MOST_REDIRECTS = 5;

    /** What became of a look at an address. */
    public enum Answer {
        /** Not known yet. */
        WAITING,
        GOOD,
        BROKEN,
        SILENT,
        /** Within the site's own network: not called. */
        PRIVATE
    }

    private record Known(Answer answer, Instant at) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore few = new Semaphore(6);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Clock clock;
    private final String portal;
    private final Predicate<InetAddress> callable;

    @Autowired
    LinkCheck(Clock clock, @Value("${convive.public-url}") String portal) {
        this(clock, portal, LinkCheck::isPublic);
    }

    LinkCheck(Clock clock, String portal, Predicate<InetAddress> callable) {
        this.clock = clock;
        this.portal = portal.replaceAll("/+$", "");
        this.callable = callable;
    }

    /** What is known of an address now; asks it when nothing fresh is known. */
    public Answer of(String address) {
        if (address.startsWith("mailto:") || address.startsWith("tel:") || address.startsWith(portal + "/")) {
            return Answer.GOOD;
        }
        Instant now = clock.instant();
        Known seen = known.get(address);
        if (seen != null && seen.at.plus(FRESH).isAfter(now)) {
            return seen.answer;
        }
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        known.put(address, new Known(Answer.WAITING, now));
        threads.execute(() -> known.put(address, new Known(ask(address), clock.instant())));
        return Answer.WAITING;
    }

    /** Asks the address now. */
    Answer ask(String address) {
        few.acquireUninterruptibly();
        try {
            URI uri = URI.create(address.replaceAll("#.*$", ""));
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                Answer refusal = refusal(uri);
                if (refusal != null) {
                    return refusal;
                }
                HttpResponse<Void> response = send(uri, "HEAD");
                if (response.statusCode() >= 400) {
                    // Some servers do not know HEAD.
                    response = send(uri, "GET");
                }
                String location = response.headers().firstValue("Location").orElse("");
                if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                    return judged(response.statusCode());
                }
                uri = uri.resolve(location);
            }
            return Answer.BROKEN;
        } catch (IllegalArgumentException e) {
            return Answer.BROKEN;
        } catch (IOException e) {
            return Answer.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.WAITING;
        } finally {
            few.release();
        }
    }

    private HttpResponse<Void> send(URI uri, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("User-Agent", "Convive link check")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    /** Who asks to sign in, or is tired of being asked, is there. */
    private static Answer judged(int status) {
        return status < 400 || status == 401 || status == 403 || status == 429 ? Answer.GOOD : Answer.BROKEN;
    }

    private @Nullable Answer refusal(URI uri) {
        String scheme = uri.getScheme();
        if (scheme == null || !scheme.matches("(?i)https?") || uri.getHost() == null || uri.getUserInfo() != null) {
            return Answer.BROKEN;
        }
        try {
            // The address that is judged here is the one that is called next: the JVM keeps it for some seconds.
            return Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(callable) ? null : Answer.PRIVATE;
        } catch (UnknownHostException e) {
            return Answer.SILENT;
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean zero = bytes.length == 4 && bytes[0] == 0;
        return !shared
                && !unique
                && !zero
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
