package org.convive.meetings.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;

/**
 * A pane on the page of a meeting. A feature declares it as a bean and decides by the meeting's stage
 * ({@code page.card().stage()}), by what the reader may do and by what there is to show whether it appears. The page
 * asks again whenever an answer or a stage changed.
 */
public interface MeetingPane {

    /** The wide column or the narrow one beside it; on a phone the narrow one comes first. */
    enum Place {
        MAIN,
        SIDE
    }

    Place place();

    /** The lower the higher up. The round table has 100, what it is about 200; who comes has 100 on the side. */
    int order();

    /**
     * The pane, or nothing at this stage or for this reader.
     *
     * @param reload shows the whole page anew, for deeds that change more than the pane itself
     */
    Optional<Component> render(Actor actor, MeetingPage page, Runnable reload);
}
