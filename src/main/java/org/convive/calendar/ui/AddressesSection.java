package org.convive.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.calendar.Subscriptions;
import org.convive.identity.SignedIn;
import org.convive.identity.ui.ProfileSection;
import org.convive.uikit.Pane;

/** The calendar addresses in the profile: seen and revoked in one place, whatever cluster they are of. */
@org.springframework.stereotype.Component
class AddressesSection implements ProfileSection {
    private static final int ORDER = 20;

    private final Subscriptions subscriptions;
    private final ReaderZone zones;

    AddressesSection(Subscriptions subscriptions, ReaderZone zones) {
        this.subscriptions = subscriptions;
        this.zones = zones;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Component render(SignedIn person) {
        UI ui = UI.getCurrent();
        Div fresh = new Div();
        Paragraph sentence = new Paragraph(ui.getTranslation("calendar.feed.addresses.sentence"));
        sentence.addClassName("cv-q");
        var list = new AddressList(subscriptions, person.personId(), zones.of(person.personId()), address -> {
            fresh.removeAll();
            fresh.add(SubscribePanel.once(address));
        });
        Div content = new Div(sentence, fresh, list);
        content.addClassName("cv-stack");
        return new Pane(ui.getTranslation("calendar.feed.addresses"), content);
    }
}
