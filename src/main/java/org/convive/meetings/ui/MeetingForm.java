package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.Groups;
import org.convive.directory.PersonCard;
import org.convive.directory.SiteCard;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.Place;
import org.convive.meetings.Stage;
import org.convive.shared.InvalidInput;
import org.convive.shared.PersonId;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.Pane;
import org.convive.uikit.Pickers;
import org.jspecify.annotations.Nullable;

/** The fields of a meeting. What is typed stays in the browser until it is saved. */
final class MeetingForm extends Div {
    private final Binder<Entry> binder = new Binder<>();
    private final TextField title = Fields.text(text("meetings.field.title"), 200);
    private final ComboBox<SiteCard> site = new ComboBox<>(text("meetings.field.site"));
    private final TextField place = Fields.text(text("meetings.field.place"), 500);
    private final TextField link = Fields.text(text("meetings.field.link"), 500);
    private final MarkdownField description = new MarkdownField(text("meetings.field.description"), 10_000);
    private final IntegerField capacity = new IntegerField(text("meetings.field.capacity"));
    private final DatePicker answerBy = Pickers.date(text("meetings.field.answer-by"), Wording.locale());
    private final MultiSelectComboBox<PersonCard> hosts = new MultiSelectComboBox<>(text("meetings.field.hosts"));
    private final ScopeField scope = new ScopeField();
    private final WhenFields when;
    private final InvitedField invited;
    private final transient Actor actor;
    private final transient List<PersonCard> people;
    private final transient List<SiteCard> sites;
    private transient @Nullable Instant formerAnswerBy;

    MeetingForm(DirectoryQueries directory, Groups groups, Actor actor, String draftKey) {
        this.actor = actor;
        this.people = directory.people(actor);
        this.sites = directory.sites(actor);
        this.invited = new InvitedField(directory, groups, actor, people);
        this.when = new WhenFields(actor, stage -> answerBy.setVisible(stage == Stage.CONFIRMED));
        addClassNames("cv-stack", "cv-meeting-form");
        site.setItems(sites);
        site.setItemLabelGenerator(MeetingForm::label);
        site.setClearButtonVisible(true);
        link.setPlaceholder("https://");
        capacity.setHelperText(text("meetings.field.capacity.help"));
        hosts.setItems(people);
        hosts.setItemLabelGenerator(InvitedField::label);
        Fields.keep(title, draftKey + ":title");
        Fields.keep(place, draftKey + ":place");
        description.draftKey(draftKey + ":description");
        scope.setVisible(false);
        bind();
        add(
                new Pane(text("meetings.form.what"), wide(title), wide(description)),
                when,
                new Pane(text("meetings.form.where"), row(site, place, link)),
                scope,
                new Pane(text("meetings.form.who"), wide(invited), row(capacity, answerBy, hosts)));
    }

    /** When it takes place. */
    WhenFields when() {
        return when;
    }

    private void bind() {
        binder.forField(title).bind(e -> e.title, (e, value) -> e.title = value);
        binder.forField(site).bind(e -> e.site, (e, value) -> e.site = value);
        binder.forField(place).bind(e -> e.place, (e, value) -> e.place = value);
        binder.forField(link).bind(e -> e.link, (e, value) -> e.link = value);
        binder.forField(description).bind(e -> e.description, (e, value) -> e.description = value);
        binder.forField(capacity).bind(e -> e.capacity, (e, value) -> e.capacity = value);
        binder.forField(answerBy).bind(e -> e.answerBy, (e, value) -> e.answerBy = value);
    }

    /** An empty form: this person hosts, in the clocks of the cluster. */
    void showNew() {
        when.showNew();
        binder.readBean(new Entry());
        hosts(Set.of(actor.person()));
    }

    /** Who hosts. */
    void hosts(Set<PersonId> ids) {
        hosts.setValue(
                people.stream().filter(person -> ids.contains(person.id())).collect(Collectors.toSet()));
    }

    /** What another calendar said of it, to be looked at and completed. */
    void fill(Prefill known) {
        title.setValue(known.title());
        place.setValue(known.place());
        when.fill(known);
    }

    void show(MeetingPage page) {
        var card = page.card();
        when.show(card);
        var entry = new Entry();
        entry.title = card.title();
        entry.site = sites.stream()
                .filter(candidate -> candidate.id().equals(page.place().site()))
                .findFirst()
                .orElse(null);
        entry.place = page.place().text();
        entry.link = page.place().link();
        entry.description = page.description();
        entry.capacity = card.capacity();
        formerAnswerBy = card.answerBy();
        entry.answerBy = formerAnswerBy == null
                ? null
                : formerAnswerBy.atZone(card.zone()).toLocalDate();
        binder.readBean(entry);
        hosts(page.hosts().stream().map(MeetingPage.Person::id).collect(Collectors.toSet()));
        invited.setValue(page.invited());
    }

    /** A new meeting like a former one, at the same hours; the day is still to be said. */
    void follow(MeetingPage former) {
        show(former);
        when.follow(former.card());
        answerBy.clear();
        formerAnswerBy = null;
    }

    /** A second session: for those who wait, hosted by whoever offered it, at a time still to be said. */
    void second(MeetingPage former, Set<PersonId> hosting) {
        follow(former);
        when.onlyOnce();
        invited.setVisible(false);
        hosts(hosting);
    }

    /** Asks for which times of a series the change is. */
    void askScope() {
        scope.setVisible(true);
    }

    Scope scope() {
        return scope.getValue();
    }

    /** What was typed so far; the service says what is missing. */
    MeetingDraft draft() {
        var entry = new Entry();
        binder.writeBeanAsDraft(entry, true);
        SiteCard chosen = entry.site;
        Instant start = when.from();
        return new MeetingDraft(
                entry.title,
                start,
                when.to(),
                when.clocks(),
                new Place(chosen == null ? null : chosen.id(), entry.place, entry.link),
                entry.description,
                entry.capacity,
                lastMoment(entry.answerBy, start, when.clocks()),
                hosts.getValue().stream().map(PersonCard::id).toList(),
                invited.getValue());
    }

    void show(InvalidInput error) {
        when.show(error);
        FormErrors.show(when.placed(OptionsField.without(error)), fields());
    }

    private Map<String, HasValidationProperties> fields() {
        Map<String, HasValidationProperties> fields = new HashMap<>(when.fields());
        fields.put("title", title);
        fields.put("place", place);
        fields.put("link", link);
        fields.put("description", description);
        fields.put("capacity", capacity);
        fields.put("answerBy", answerBy);
        fields.put("invited", invited);
        return fields;
    }

    /** The end of that day, but not after the start; the former moment when the day is the same. */
    private @Nullable Instant lastMoment(@Nullable LocalDate day, @Nullable Instant start, ZoneId clocks) {
        if (day == null) {
            return null;
        }
        Instant former = formerAnswerBy;
        if (former != null && former.atZone(clocks).toLocalDate().equals(day)) {
            return former;
        }
        Instant end = day.plusDays(1).atStartOfDay(clocks).toInstant().minusSeconds(60);
        boolean sameDay = start != null && start.atZone(clocks).toLocalDate().equals(day);
        return sameDay ? start : end;
    }

    private static String label(SiteCard site) {
        String name = site.organisationName();
        return site.town().isEmpty() ? name + ", " + site.name() : name + ", " + site.name() + ", " + site.town();
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("cv-meeting-row");
        return row;
    }

    private static Component wide(HasSize field) {
        field.setWidthFull();
        return (Component) field;
    }

    /** What the fields hold. */
    private static final class Entry {
        String title = "";

        @Nullable
        SiteCard site;

        String place = "";
        String link = "";
        String description = "";

        @Nullable
        Integer capacity;

        @Nullable
        LocalDate answerBy;
    }
}
