package org.convive.shared;

/** There is no such thing here: unknown id, or a thing of another cluster. */
public class NotFoundException extends RuntimeException {
    public NotFoundException(String what) {
        super(what + " not found");
    }
}
