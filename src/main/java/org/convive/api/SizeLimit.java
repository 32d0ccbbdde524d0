package org.convive.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body ends with an error when it is larger than anything the API takes: JSON is small, files are not. */
final class SizeLimit extends HttpServletRequestWrapper {
    static final int MOST = 256 * 1024;
    static final int MOST_OF_A_FILE = 5 * 1024 * 1024 + MOST;

    private final int most;

    SizeLimit(HttpServletRequest request) {
        super(request);
        this.most = most(request);
    }

    /** How many bytes the body of this request may have. */
    static int most(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.contains("json") || type.startsWith("application/x-www-form-urlencoded")
                ? MOST
                : MOST_OF_A_FILE;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream(), most);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** The body is larger than it may be. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the body is too large");
        }
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream inner;
        private int left;

        Limited(ServletInputStream inner, int most) {
            this.inner = inner;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = inner.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = inner.read(into, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
