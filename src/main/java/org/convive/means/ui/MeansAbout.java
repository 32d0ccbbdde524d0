package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.uikit.Badges;
import org.convive.uikit.Markdown;
import org.convive.uikit.Notice;
import org.convive.uikit.Pane;

/** What a means is and what its owner asks of a booking. */
class MeansAbout extends Pane {
    MeansAbout(Actor actor, MeansDetail detail) {
        Means means = detail.means();
        setTitle(new H2(getTranslation("means.about")));
        if (detail.withdrawn()) {
            add(Notice.hot(new Paragraph(getTranslation("means.error.withdrawn"))));
        }
        String picture = MeansPath.picture(actor, means.picture());
        if (picture != null) {
            Image image = new Image(picture, means.name());
            image.addClassName("cv-means-photo");
            add(image);
        }
        if (!detail.description().isBlank()) {
            add(new Markdown(detail.description()));
        }
        Div labels = new Div();
        labels.addClassName("cv-means-chips");
        means.capabilities().forEach(label -> labels.add(Badges.glass(label)));
        add(labels, RulesInWords.of(means.rules(), getLocale()));
    }
}
