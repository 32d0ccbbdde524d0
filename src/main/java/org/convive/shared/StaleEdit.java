package org.convive.shared;

/** Somebody else changed the record since it was read; nothing was written. */
public class StaleEdit extends RuntimeException {
    public StaleEdit(String what) {
        super(what + " was changed by somebody else meanwhile");
    }
}
