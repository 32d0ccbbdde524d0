package org.convive.newsletter.ui;

import java.util.Locale;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Sources;

/** What the fields of a letter need to know of the desk they stand on. */
interface WritingDesk {
    Actor actor();

    Sources sources();

    Pictures pictures();

    Locale firstLanguage();

    boolean isTranslating();

    /** @param block the one that was changed; empty for the opening or the order */
    void changed(String block);

    /** The writer looks at this block. */
    void looksAt(String block);
}
