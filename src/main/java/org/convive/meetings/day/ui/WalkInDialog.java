package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.day.WalkIn;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Somebody comes who did not say so: a member by name, or anybody else with a name and a company. */
final class WalkInDialog extends Dialog {
    private final ComboBox<PersonCard> member = new ComboBox<>(text("meetings.day.walk-in.member"));
    private final TextField name = Fields.text(text("meetings.day.walk-in.name"), 200);
    private final TextField company = Fields.text(text("meetings.day.walk-in.company"), 200);
    private final EmailField email = new EmailField(text("meetings.day.walk-in.email"));

    /** The button that opens it. */
    static final class Opener extends Div {
        Opener(DoorService door, DirectoryQueries directory, Actor actor, MeetingId meeting, Runnable refresh) {
            add(Buttons.plain(
                    text("meetings.day.walk-in.add"),
                    CvIcon.USER_PLUS,
                    () -> new WalkInDialog(door, directory, actor, meeting, refresh).open()));
        }
    }

    private WalkInDialog(
            DoorService door, DirectoryQueries directory, Actor actor, MeetingId meeting, Runnable refresh) {
        setHeaderTitle(text("meetings.day.walk-in.add"));
        setWidth("min(480px, 100vw)");
        member.setItems(directory.people(actor));
        member.setItemLabelGenerator(person ->
                person.organisationName().isEmpty() ? person.name() : person.name() + ", " + person.organisationName());
        member.setClearButtonVisible(true);
        member.addValueChangeListener(e -> {
            boolean other = e.getValue() == null;
            name.setVisible(other);
            company.setVisible(other);
            email.setVisible(other);
        });
        email.setHelperText(text("meetings.day.walk-in.email.help"));
        for (var field : java.util.List.of(name, company)) {
            field.setWidthFull();
        }
        member.setWidthFull();
        email.setWidthFull();
        Paragraph or = new Paragraph(text("meetings.day.walk-in.or"));
        or.addClassNames("cv-q", "cv-small");
        Div form = new Div(member, or, name, company, email);
        form.addClassName("cv-stack");
        add(form);
        getFooter().add(Buttons.quiet(text("meetings.day.walk-in.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.day.walk-in.deed"), () -> {
            try {
                PersonCard person = member.getValue();
                String who;
                if (person == null) {
                    door.walkIn(actor, meeting, new WalkIn(name.getValue(), company.getValue(), email.getValue()));
                    who = name.getValue();
                } else {
                    door.arrive(actor, meeting, person.id());
                    who = person.name();
                }
                close();
                Toasts.say(text("meetings.day.noted", who));
                refresh.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("name", name, "company", company, "email", email));
            }
        }));
    }
}
