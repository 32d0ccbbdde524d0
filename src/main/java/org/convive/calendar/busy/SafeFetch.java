package org.convive.calendar.busy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.convive.calendar.reading.CalendarParser;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar from an address that a person typed. The name is resolved once, all its machines must be public, and
 * the connection goes to the very machine that was checked, at each redirect anew: an address cannot lead into the
 * network around the portal. Size and time are limited.
 */
final class SafeFetch {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final int REDIRECTS = 3;
    private static final int MOST_HEADERS = 64 * 1024;

    private final Predicate<InetAddress> allowed;
    private final Names names;

    SafeFetch(Predicate<InetAddress> allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    SafeFetch(Predicate<InetAddress> allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    /** Who knows the machines behind a name. */
    @FunctionalInterface
    interface Names {
        InetAddress[] all(String host) throws UnknownHostException;
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
        long deadline = System.nanoTime() + WHOLE.toNanos();
        URI at = address;
        try {
            for (int i = 0; i <= REDIRECTS; i++) {
                Answer answer = ask(at, etag, deadline);
                switch (answer.status) {
                    case 200 -> {
                        return new Fetched(answer.body, answer.headers.getOrDefault("etag", ""));
                    }
                    case 304 -> {
                        return null;
                    }
                    case 301, 302, 303, 307, 308 ->
                        at = address(at.resolve(answer.headers.getOrDefault("location", ""))
                                .toString());
                    case 401, 403, 404, 410 -> throw refused("gone");
                    default -> throw refused("unreachable");
                }
            }
        } catch (SocketTimeoutException e) {
            throw refused("slow");
        } catch (IOException | IllegalArgumentException e) {
            throw refused("unreachable");
        }
        throw refused("unreachable");
    }

    private Answer ask(URI address, String etag, long deadline) throws IOException {
        boolean secure = address.getScheme().equalsIgnoreCase("https");
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        InetAddress machine = machine(address.getHost());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(machine, port), (int) CONNECT.toMillis());
            plain.setSoTimeout(left(deadline));
            try (Socket socket = secure ? encrypted(plain, address.getHost(), port) : plain) {
                socket.getOutputStream().write(request(address, port, secure, etag));
                socket.getOutputStream().flush();
                return answer(socket, deadline);
            }
        }
    }

    /** Asked once a request, and what was checked is what is connected to: a name cannot change its mind in between. */
    private InetAddress machine(String host) {
        try {
            String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            List<InetAddress> all = List.of(names.all(name));
            if (!all.stream().allMatch(allowed)) {
                throw refused("internal");
            }
            return all.getFirst();
        } catch (UnknownHostException e) {
            throw refused("unreachable");
        }
    }

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        var socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI address, int port, boolean secure, String etag) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String host = address.getHost() + (port == (secure ? 443 : 80) ? "" : ":" + port);
        String known = etag.isEmpty() ? "" : "If-None-Match: " + etag + "\r\n";
        return ("GET " + path + query + " HTTP/1.1\r\nHost: " + host
                        + "\r\nUser-Agent: Convive\r\nAccept: text/calendar, */*;q=0.1\r\nAccept-Encoding: identity\r\n"
                        + known + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        String[] head = head(in).split("\r\n", -1);
        String[] status = head[0].split(" ", 3);
        if (status.length < 2 || !head[0].startsWith("HTTP/1.") || !status[1].matches("\\d{3}")) {
            throw new IOException("no HTTP");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        head[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        head[i].substring(colon + 1).strip());
            }
        }
        int code = Integer.parseInt(status[1]);
        return new Answer(code, headers, code == 200 ? body(socket, headers, deadline) : new byte[0]);
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int b = in.read();
            if (b < 0 || head.size() > MOST_HEADERS) {
                throw new IOException("no end of the header");
            }
            head.write(b);
            matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static byte[] body(Socket socket, Map<String, String> headers, long deadline) throws IOException {
        var body = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                copy(socket, in, body, size, deadline);
                in.readNBytes(2);
            }
        } else {
            String length = headers.getOrDefault("content-length", "");
            copy(socket, in, body, length.matches("\\d{1,10}") ? Long.parseLong(length) : Long.MAX_VALUE, deadline);
        }
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.length() > 100) {
                throw new IOException("no chunk");
            }
            line.append((char) b);
        }
        return Integer.parseUnsignedInt(line.toString().split(";", 2)[0].strip(), 16);
    }

    private static void copy(Socket socket, InputStream in, ByteArrayOutputStream body, long length, long deadline)
            throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long missing = length;
        while (missing > 0) {
            socket.setSoTimeout(left(deadline));
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, missing));
            if (read < 0) {
                return;
            }
            body.write(buffer, 0, read);
            missing -= read;
            if (body.size() > CalendarParser.MOST_BYTES) {
                throw new InvalidInput(
                        "link",
                        Message.of("calendar.reading.error.too-large", CalendarParser.MOST_BYTES / 1024 / 1024));
            }
        }
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) millis;
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput("link", Message.of("calendar.fetch.error." + why));
    }

    private record Answer(int status, Map<String, String> headers, byte[] body) {}
}
