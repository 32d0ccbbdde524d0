package org.convive.newsletter.checks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.convive.shared.web.PublicAddresses;
import org.convive.shared.web.WebCall;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);
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
    private final Clock clock;
    private final String portal;
    private final WebCall web;
    private final Duration patience;

    @Autowired
    LinkCheck(Clock clock, @Value("${convive.public-url}") String portal) {
        this(clock, portal, new WebCall(PublicAddresses::isPublic, InetAddress::getAllByName), PATIENCE);
    }

    /** @param patience for one address, all its redirects together */
    LinkCheck(Clock clock, String portal, WebCall web, Duration patience) {
        this.clock = clock;
        this.portal = portal.replaceAll("/+$", "");
        this.web = web;
        this.patience = patience;
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
            long deadline = WebCall.deadline(patience);
            URI uri = URI.create(address.replaceAll("#.*$", ""));
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                if (!isWeb(uri)) {
                    return Answer.BROKEN;
                }
                WebCall.Answer response = send(uri, "HEAD", deadline);
                if (response.status() >= 400) {
                    // Some servers do not know HEAD.
                    response = send(uri, "GET", deadline);
                }
                String location = response.header("location");
                if (response.status() / 100 != 3 || location.isEmpty()) {
                    return judged(response.status());
                }
                uri = uri.resolve(location);
            }
            return Answer.BROKEN;
        } catch (IllegalArgumentException e) {
            return Answer.BROKEN;
        } catch (WebCall.NotAllowed e) {
            return Answer.PRIVATE;
        } catch (IOException e) {
            return Answer.SILENT;
        } finally {
            few.release();
        }
    }

    /** Only whether it answers: what the page says is not read. */
    private WebCall.Answer send(URI uri, String method, long deadline) throws IOException {
        return web.ask(method, uri, Map.of("User-Agent", "Convive link check", "Accept", "*/*"), 0, deadline);
    }

    /** Who asks to sign in, or is tired of being asked, is there. */
    private static Answer judged(int status) {
        return status < 400 || status == 401 || status == 403 || status == 429 ? Answer.GOOD : Answer.BROKEN;
    }

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme();
        return scheme != null && scheme.matches("(?i)https?") && uri.getHost() != null && uri.getUserInfo() == null;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
