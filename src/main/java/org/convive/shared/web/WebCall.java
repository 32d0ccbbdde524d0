package org.convive.shared.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks an address that a person typed (HTTP/1.1, RFC 9112). The name is resolved once a request, all its machines must be
 * allowed, and the connection goes to the very machine that was checked: a name cannot change its mind in between. The
 * connection is cut when the time is over, however slowly the other side speaks. Redirects are the caller's, each a call
 * of its own.
 */
public final class WebCall {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_HEADERS = 64 * 1024;

    private final Predicate<InetAddress> allowed;
    private final Names names;

    /** @param allowed the machines that may be called, e.g. {@link PublicAddresses#isPublic} */
    public WebCall(Predicate<InetAddress> allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    /** Who knows the machines behind a name. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** The address stands for a machine that may not be called. */
    public static final class NotAllowed extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** There is more than the caller takes. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param headers by their names in small letters
     * @param body only of a 200, and only when it was asked for
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** When it is over, in the time of {@link System#nanoTime}. */
    public static long deadline(Duration whole) {
        return System.nanoTime() + whole.toNanos();
    }

    /**
     * Asks once.
     *
     * @param address with a scheme http or https and a host
     * @param headers sent beside Host; those with line breaks or letters outside ASCII are left out
     * @param most bytes of the body that are taken; 0 stops after the headers
     * @throws SocketTimeoutException when it is not over at the deadline
     * @throws UnknownHostException when nobody knows the name
     * @throws NotAllowed when one of its machines may not be called
     * @throws TooLarge when the body is longer
     */
    public Answer ask(String method, URI address, Map<String, String> headers, int most, long deadline)
            throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        InetAddress machine = machine(address.getHost());
        var watch = new CompletableFuture<Boolean>();
        try (var plain = new Socket()) {
            // A time limit of the socket is for one read: whoever sends byte after byte must be cut off from outside.
            watch.completeOnTimeout(true, left(deadline), TimeUnit.MILLISECONDS).thenRun(() -> cut(plain));
            plain.connect(
                    new InetSocketAddress(machine, port),
                    Math.min(left(deadline), Math.toIntExact(CONNECT.toMillis())));
            plain.setSoTimeout(left(deadline));
            try (Socket socket = secure ? encrypted(plain, address.getHost(), port) : plain) {
                socket.getOutputStream().write(request(method, address, port, secure, headers));
                socket.getOutputStream().flush();
                return answer(new BufferedInputStream(socket.getInputStream()), most);
            }
        } catch (IOException e) {
            if (watch.isDone()) {
                throw new SocketTimeoutException();
            }
            throw e;
        } finally {
            watch.complete(false);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    private InetAddress machine(String host) throws IOException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        List<InetAddress> all = List.of(names.all(name));
        if (!all.stream().allMatch(allowed)) {
            throw new NotAllowed();
        }
        return all.getFirst();
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

    private static byte[] request(String method, URI address, int port, boolean secure, Map<String, String> headers) {
        URI plain = URI.create(address.toASCIIString());
        String path = plain.getRawPath() == null || plain.getRawPath().isEmpty() ? "/" : plain.getRawPath();
        String query = plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery();
        var text = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\nHost: " + address.getHost()
                + (port == (secure ? 443 : 80) ? "" : ":" + port) + "\r\n");
        headers.forEach((name, value) -> {
            if (value.matches("[\\x20-\\x7e]+")) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return text.append("Accept-Encoding: identity\r\nConnection: close\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(InputStream in, int most) throws IOException {
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
        return new Answer(code, headers, code == 200 && most > 0 ? body(in, headers, most) : new byte[0]);
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

    private static byte[] body(InputStream in, Map<String, String> headers, int most) throws IOException {
        var body = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                copy(in, body, size, most);
                in.readNBytes(2);
            }
        } else {
            String length = headers.getOrDefault("content-length", "");
            copy(in, body, length.matches("\\d{1,10}") ? Long.parseLong(length) : Long.MAX_VALUE, most);
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
        try {
            return Integer.parseUnsignedInt(line.toString().split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException e) {
            throw new IOException("no chunk", e);
        }
    }

    private static void copy(InputStream in, ByteArrayOutputStream body, long length, int most) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long missing = length;
        while (missing > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, missing));
            if (read < 0) {
                return;
            }
            body.write(buffer, 0, read);
            missing -= read;
            if (body.size() > most) {
                throw new TooLarge();
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
}
