package org.convive.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A mail server that takes everything and keeps nothing, so quick that only the sender is measured. */
final class SinkServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong bytes = new AtomicLong();

    SinkServer() throws IOException {
        Thread.ofPlatform().daemon().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Of all messages so far. */
    long bytes() {
        return bytes.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                line.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            InputStream in = new BufferedInputStream(line.getInputStream(), 64 * 1024);
            OutputStream out = line.getOutputStream();
            say(out, "220 sink");
            for (String heard = read(in); heard != null; heard = read(in)) {
                if (heard.equals("DATA")) {
                    say(out, "354 go on");
                    skip(in);
                    say(out, "250 taken");
                } else {
                    say(out, heard.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException e) {
            // The other side is gone.
            return;
        }
    }

    private void skip(InputStream in) throws IOException {
        int state = 2;
        long read = 0;
        while (state != 5) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("hung up");
            }
            read++;
            state = switch (b) {
                case '\r' -> state == 3 ? 4 : 1;
                case '\n' -> state == 4 ? 5 : state == 1 ? 2 : 0;
                case '.' -> state == 2 ? 3 : 0;
                default -> 0;
            };
        }
        bytes.addAndGet(read);
    }

    private static @Nullable String read(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString().strip();
            }
            line.append((char) b);
        }
        return null;
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
