package org.convive.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything else of the API: refuses large bodies, and words what fails before a controller is found. */
final class ApiGate extends OncePerRequestFilter {
    private final Problems problems;
    private final ApiExceptions exceptions;

    ApiGate(Problems problems, ApiExceptions exceptions) {
        this.problems = problems;
        this.exceptions = exceptions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > SizeLimit.most(request)) {
            problems.write(request, response, ProblemKind.TOO_LARGE);
            return;
        }
        try {
            chain.doFilter(new SizeLimit(request), new Worded(request, response));
        } catch (RuntimeException failure) {
            exceptions.answer(request, response, failure);
        }
    }

    /** Words the errors that filters only number. */
    private final class Worded extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Worded(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            problems.write(request, (HttpServletResponse) getResponse(), ProblemKind.of(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
