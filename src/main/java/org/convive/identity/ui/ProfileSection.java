package org.convive.identity.ui;

import com.vaadin.flow.component.Component;
import org.convive.identity.SignedIn;

/** A feature's part of the profile page: what a person chooses there for themself. Implemented as a Spring bean. */
public interface ProfileSection {
    /** Lower comes first. */
    int order();

    Component render(SignedIn person);
}
