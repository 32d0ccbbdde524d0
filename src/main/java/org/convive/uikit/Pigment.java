package org.convive.uikit;

import java.util.Locale;

/** The colours of trades and series, named after what glassmakers add to the batch. Never alone: always with words. */
public enum Pigment {
    SEA,
    AMBER,
    COBALT,
    RUBY,
    MANGANESE,
    BOTTLE,
    FLINT;

    /** The custom property of the colour. */
    public String token() {
        return "--cv-p-" + name().toLowerCase(Locale.ROOT);
    }

    /** The colour as CSS. */
    public String css() {
        return "var(" + token() + ")";
    }
}
