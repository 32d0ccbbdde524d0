package org.convive.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong below {@code /api} into a problem; other addresses are not its business. */
@Component
class ApiExceptions implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptions.class);

    private final Problems problems;

    ApiExceptions(Problems problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        try {
            answer(request, response, failure);
        } catch (IOException gone) {
            LOG.debug("The client went away", gone);
        }
        return new ModelAndView();
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        Trouble trouble = trouble(failure);
        if (trouble.kind() == ProblemKind.UNEXPECTED) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
            trouble = Trouble.unexpected(reference);
        } else if (trouble.kind() == ProblemKind.UNAVAILABLE) {
            LOG.warn("{} {} cannot be served now", request.getMethod(), request.getRequestURI(), failure);
            response.setHeader("Retry-After", "5");
        }
        problems.write(request, response, trouble);
    }

    private static Trouble trouble(Exception failure) {
        return switch (failure) {
            case Trouble.Thrown thrown -> thrown.trouble();
            case InvalidInput invalid -> Trouble.invalid(invalid.fields());
            case NotFoundException missing -> new Trouble(ProblemKind.NOT_FOUND);
            case StaleEdit stale -> new Trouble(ProblemKind.STALE);
            case AccessDeniedException refused -> new Trouble(ProblemKind.FORBIDDEN);
            case HttpMessageNotReadableException unreadable -> UnreadableBody.trouble(unreadable);
            case MethodArgumentTypeMismatchException mismatch
            when mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ->
                new Trouble(ProblemKind.NOT_FOUND);
            case MethodArgumentTypeMismatchException mismatch ->
                field(
                        mismatch.getName(),
                        UnreadableBody.expected(mismatch.getParameter().getParameterType()));
            case TypeMismatchException mismatch -> new Trouble(ProblemKind.MALFORMED);
            case MissingServletRequestParameterException missing ->
                field(missing.getParameterName(), Message.of("shared.error.required"));
            case MissingRequestHeaderException missing ->
                field(missing.getHeaderName(), Message.of("shared.error.required"));
            case ConcurrencyFailureException busy -> new Trouble(ProblemKind.UNAVAILABLE);
            case CannotCreateTransactionException down -> new Trouble(ProblemKind.UNAVAILABLE);
            case DataAccessResourceFailureException down -> new Trouble(ProblemKind.UNAVAILABLE);
            case AuthenticationServiceException down -> new Trouble(ProblemKind.UNAVAILABLE);
            case ErrorResponse known ->
                new Trouble(ProblemKind.of(known.getStatusCode().value()));
            default -> new Trouble(ProblemKind.UNEXPECTED);
        };
    }

    private static Trouble field(String name, Message complaint) {
        return Trouble.invalid(Map.of(name, complaint));
    }
}
