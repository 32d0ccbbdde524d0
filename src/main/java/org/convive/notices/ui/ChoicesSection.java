package org.convive.notices.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.identity.SignedIn;
import org.convive.identity.ui.ProfileSection;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** The way from the profile to what I want to be told. */
@org.springframework.stereotype.Component
class ChoicesSection implements ProfileSection {
    private static final int ORDER = 10;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Component render(SignedIn person) {
        UI ui = UI.getCurrent();
        return new Pane(
                ui.getTranslation("notices.choices.title"),
                new Paragraph(ui.getTranslation("notices.choices.sentence")),
                Links.button("profile/notices", ui.getTranslation("notices.choose"), CvIcon.BELL));
    }
}
