package org.convive.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The cluster one is in, with its gem; the content of the cluster switch in the drawer. */
public class ClusterBadge extends Div {

    /** @param switchable draws the arrows that say there are others */
    public ClusterBadge(String name, String note, boolean switchable) {
        addClassName("cv-cluster");
        Span gem = new Span(CvIcon.GEM.create());
        gem.addClassName("cv-gem");
        Span title = new Span(name);
        title.addClassName("cv-strong");
        Span words = new Span(title, new Span(note));
        words.addClassName("cv-cluster-words");
        add(gem, words);
        if (switchable) {
            add(CvIcon.CHEVRONS_UP_DOWN.create());
        }
    }
}
