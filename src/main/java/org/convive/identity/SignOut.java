package org.convive.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The way out of an open page: an address with a key that only this session knows. The page itself could not end its own
 * session and still hear where to go next; and nobody else's link signs a person out.
 */
@Component
public class SignOut implements RequestMatcher {
    private static final String KEY = "convive.sign-out";
    private static final String PATH = "/logout";

    /**
     * Makes the address.
     *
     * @param session where an attribute of the session is kept
     */
    public String address(BiConsumer<String, Object> session) {
        String key = UUID.randomUUID().toString();
        session.accept(KEY, key);
        return "logout?key=" + key;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var session = request.getSession(false);
        return request.getRequestURI().equals(request.getContextPath() + PATH)
                && session != null
                && session.getAttribute(KEY) instanceof String key
                && key.equals(request.getParameter("key"));
    }
}
