package org.convive.api;

import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What all POSTs share: the key that makes them safe to repeat, and the answer that names the new thing. */
public final class Keys {
    public static final String HEADER = "Idempotency-Key";
    public static final String DESCRIPTION =
            "The same for every repetition of one request, at most 100 characters: it is done once and answered alike";

    private Keys() {}

    public static <T> ResponseEntity<T> created(long id, T body) {
        return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequestUri()
                        .path("/{id}")
                        .build(id))
                .body(body);
    }
}
