package org.convive.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of a website, as people type it. */
final class WebAddress {
    private WebAddress() {}

    /** Empty, or http(s) with a host: nothing that a browser would run. */
    static boolean isValid(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
