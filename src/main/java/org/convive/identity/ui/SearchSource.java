package org.convive.identity.ui;

import java.util.List;
import org.convive.identity.Actor;

/** A feature's answers to "Find anything". Implemented as a Spring bean; one statement a call. */
public interface SearchSource {
    /** Translation key of the group's name, e.g. {@code meetings.title}. */
    String group();

    /** What matches the text (at least two characters), best first. */
    List<Hit> search(Actor actor, String text, int limit);

    /**
     * One thing found.
     *
     * @param detail a few words that tell it from others of the same name
     * @param href its page, relative to the root of the portal, without a leading slash
     */
    record Hit(String label, String detail, String href) {}
}
