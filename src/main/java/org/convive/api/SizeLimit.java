package org.convive.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body ends with an error when it is larger than anything the API takes. */
final class SizeLimit extends HttpServletRequestWrapper {
    static final int MOST = 256 * 1024;

    SizeLimit(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** The body is larger than {@link #MOST} bytes. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the body is larger than " + MOST + " bytes");
        }
    }

    private static final class Limited extends ServletInputStream {
        private final ServletInputStream inner;
        private int left = MOST;

        Limited(ServletInputStream inner) {
            this.inner = inner;
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
