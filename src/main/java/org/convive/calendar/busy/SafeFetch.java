package org.convive.calendar.busy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.convive.calendar.reading.CalendarParser;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.web.WebCall;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar from an address that a person typed. {@link WebCall} keeps it, at each redirect anew, from leading
 * into the network around the portal. Size and time are limited.
 */
final class SafeFetch {
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int REDIRECTS = 3;

    private final WebCall web;
    private final Duration whole;

    SafeFetch(Predicate<InetAddress> allowed) {
        this(allowed, InetAddress::getAllByName, WHOLE);
    }

    /** @param whole how long all of it may take */
    SafeFetch(Predicate<InetAddress> allowed, WebCall.Names names, Duration whole) {
        this.web = new WebCall(allowed, names);
        this.whole = whole;
    }

    /** @param etag of this content, for the next time; empty when the server gives none */
    record Fetched(byte[] content, String etag) {}

    /**
     * The address that will be read.
     *
     * @throws InvalidInput for the field {@code link}
     */
    static URI address(String typed) {
        try {
            String text = typed.strip().replaceFirst("(?i)^webcals?:", "https:");
            URI uri = new URI(text);
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            boolean sound = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && text.length() <= 1000;
            if (sound) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused("link");
        }
        throw refused("link");
    }

    /**
     * Reads what is there; null when it is still what it was.
     *
     * @param etag of what is known; empty for nothing
     * @throws InvalidInput for the field {@code link}, with the reason
     */
    @Nullable
    Fetched fetch(URI address, String etag) {
        long deadline = WebCall.deadline(whole);
        Map<String, String> headers =
                Map.of("User-Agent", "Convive", "Accept", "text/calendar, */*;q=0.1", "If-None-Match", sound(etag));
        URI at = address;
        try {
            for (int i = 0; i <= REDIRECTS; i++) {
                WebCall.Answer answer = web.ask("GET", at, headers, CalendarParser.MOST_BYTES, deadline);
                switch (answer.status()) {
                    case 200 -> {
                        return new Fetched(answer.body(), sound(answer.header("etag")));
                    }
                    case 304 -> {
                        return null;
                    }
                    case 301, 302, 303, 307, 308 ->
                        at = address(at.resolve(answer.header("location")).toString());
                    case 401, 403, 404, 410 -> throw refused("gone");
                    default -> throw refused("unreachable");
                }
            }
        } catch (SocketTimeoutException e) {
            throw refused("slow");
        } catch (WebCall.NotAllowed e) {
            throw refused("internal");
        } catch (WebCall.TooLarge e) {
            throw new InvalidInput(
                    "link", Message.of("calendar.reading.error.too-large", CalendarParser.MOST_BYTES / 1024 / 1024));
        } catch (IOException | IllegalArgumentException e) {
            throw refused("unreachable");
        }
        throw refused("unreachable");
    }

    /** Whether a header may be kept and said again: printable letters, no line break (RFC 9110 §8.8.3). */
    private static String sound(String etag) {
        return etag.matches("[\\x21-\\x7e]+") ? etag : "";
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput("link", Message.of("calendar.fetch.error." + why));
    }
}
