package org.convive.means.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.catalogue.Certificates;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;

/** The owner names who was shown how to use the means, and until when that holds. */
class CertificatesPane extends Pane {
    CertificatesPane(Actor actor, Means means, Certificates certificates, DirectoryQueries directory, Runnable reload) {
        super("");
        setTitle(new H2(
                getTranslation("means.certificates.title", means.lending().certificate())));
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-means-files");
        list.getElement().setAttribute("role", "list");
        certificates.of(actor, means.id()).forEach(holder -> {
            Span name = new Span(holder.name());
            name.addClassName("cv-grow");
            list.add(new ListItem(
                    name,
                    new Span(getTranslation("means.certificates.until", Dates.date(holder.until(), actor.locale()))),
                    Buttons.icon(CvIcon.TRASH, getTranslation("means.certificates.revoke", holder.name()), () -> {
                        certificates.revoke(actor, means.id(), holder.person());
                        reload.run();
                    })));
        });
        ComboBox<PersonCard> person = new ComboBox<>(getTranslation("means.certificates.person"));
        person.setItems(directory.people(actor));
        person.setItemLabelGenerator(PersonCard::name);
        DatePicker until = Pickers.date(getTranslation("means.certificates.valid"), actor.locale());
        Div form = new Div(person, until, Buttons.plain(getTranslation("means.certificates.grant"), () -> {
            if (person.getValue() == null || until.getValue() == null) {
                Toasts.sorry(getTranslation("means.certificates.who"));
                return;
            }
            try {
                certificates.grant(actor, means.id(), person.getValue().id(), until.getValue());
                reload.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("person", person, "until", until));
            }
        }));
        form.addClassName("cv-means-fields");
        add(new Paragraph(getTranslation("means.certificates.sentence")), list, form);
    }
}
