package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.Binder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convive.calendar.RepeatRule;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.PersonCard;
import org.convive.directory.SiteCard;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingSeries.Scope;
import org.convive.meetings.Place;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.InvalidInput;
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
    private final DatePicker day = Pickers.date(text("meetings.field.day"), Wording.locale());
    private final TimePicker from = Pickers.time(text("meetings.field.from"), Wording.locale());
    private final TimePicker to = Pickers.time(text("meetings.field.to"), Wording.locale());
    private final DatePicker lastDay = Pickers.date(text("meetings.field.last-day"), Wording.locale());
    private final ComboBox<ZoneId> zone = new ComboBox<>(text("meetings.field.zone"));
    private final ComboBox<SiteCard> site = new ComboBox<>(text("meetings.field.site"));
    private final TextField place = Fields.text(text("meetings.field.place"), 500);
    private final TextField link = Fields.text(text("meetings.field.link"), 500);
    private final MarkdownField description = new MarkdownField(text("meetings.field.description"), 10_000);
    private final IntegerField capacity = new IntegerField(text("meetings.field.capacity"));
    private final DatePicker answerBy = Pickers.date(text("meetings.field.answer-by"), Wording.locale());
    private final MultiSelectComboBox<PersonCard> hosts = new MultiSelectComboBox<>(text("meetings.field.hosts"));
    private final RadioButtonGroup<Stage> start = new RadioButtonGroup<>(text("meetings.start"));
    private final DatePicker until = Pickers.date(text("meetings.poll.until.field"), Wording.locale());
    private final RepeatField repeat = new RepeatField();
    private final ScopeField scope = new ScopeField();
    private final OptionsField options;
    private final Pane when;
    private final Div whenFields;
    private final InvitedField invited;
    private final transient Actor actor;
    private final transient List<PersonCard> people;
    private final transient List<SiteCard> sites;
    private transient @Nullable Instant formerAnswerBy;

    MeetingForm(DirectoryQueries directory, Actor actor, String draftKey) {
        this.actor = actor;
        this.people = directory.people(actor);
        this.sites = directory.sites(actor);
        this.invited = new InvitedField(directory, actor, people);
        addClassNames("cv-stack", "cv-meeting-form");
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(ZoneId::getId);
        site.setItems(sites);
        site.setItemLabelGenerator(MeetingForm::label);
        site.setClearButtonVisible(true);
        link.setPlaceholder("https://");
        capacity.setHelperText(text("meetings.field.capacity.help"));
        hosts.setItems(people);
        hosts.setItemLabelGenerator(InvitedField::label);
        lastDay.setHelperText(text("meetings.field.last-day.help"));
        Fields.keep(title, draftKey + ":title");
        Fields.keep(place, draftKey + ":place");
        description.draftKey(draftKey + ":description");
        scope.setVisible(false);
        bind();
        options = new OptionsField(actor.zone()).several();
        whenFields = row(day, from, to, lastDay, zone);
        start.setItems(Stage.CONFIRMED, Stage.DATES, Stage.IDEA);
        start.setItemLabelGenerator(stage -> text("meetings.start." + stage));
        start.addClassName("cv-meeting-start");
        start.addValueChangeListener(e -> showWhen());
        when = new Pane(text("meetings.form.when"), start, whenFields, repeat, options, until);
        add(
                new Pane(text("meetings.form.what"), wide(title), wide(description)),
                when,
                new Pane(text("meetings.form.where"), row(site, place, link)),
                scope,
                new Pane(text("meetings.form.who"), wide(invited), row(capacity, answerBy, hosts)));
    }

    /** Says beside the dates that are asked about which are public holidays. */
    MeetingForm holidays(Function<LocalDate, Optional<String>> names) {
        options.holidays(names);
        return this;
    }

    private void bind() {
        binder.forField(title).bind(e -> e.title, (e, value) -> e.title = value);
        binder.forField(day).bind(e -> e.day, (e, value) -> e.day = value);
        binder.forField(from).bind(e -> e.from, (e, value) -> e.from = value);
        binder.forField(to).bind(e -> e.to, (e, value) -> e.to = value);
        binder.forField(lastDay).bind(e -> e.lastDay, (e, value) -> e.lastDay = value);
        binder.forField(zone).bind(e -> e.zone, (e, value) -> e.zone = value);
        binder.forField(site).bind(e -> e.site, (e, value) -> e.site = value);
        binder.forField(place).bind(e -> e.place, (e, value) -> e.place = value);
        binder.forField(link).bind(e -> e.link, (e, value) -> e.link = value);
        binder.forField(description).bind(e -> e.description, (e, value) -> e.description = value);
        binder.forField(capacity).bind(e -> e.capacity, (e, value) -> e.capacity = value);
        binder.forField(answerBy).bind(e -> e.answerBy, (e, value) -> e.answerBy = value);
    }

    /** An empty form: this person hosts, in the clocks of the cluster. */
    void showNew() {
        start.setValue(Stage.CONFIRMED);
        var entry = new Entry();
        entry.zone = actor.zone();
        binder.readBean(entry);
        hosts.setValue(people.stream()
                .filter(person -> person.id().equals(actor.person()))
                .collect(Collectors.toSet()));
    }

    /** What another calendar said of it, to be looked at and completed. */
    void fill(Prefill known) {
        ZoneId clocks = actor.zone();
        title.setValue(known.title());
        place.setValue(known.place());
        day.setValue(known.from().atZone(clocks).toLocalDate());
        from.setValue(known.from().atZone(clocks).toLocalTime());
        to.setValue(known.to().atZone(clocks).toLocalTime());
        LocalDate end = known.to().atZone(clocks).toLocalDate();
        lastDay.setValue(end.equals(day.getValue()) ? null : end);
    }

    void show(MeetingPage page) {
        var card = page.card();
        start.setValue(card.isDated() ? Stage.CONFIRMED : card.stage());
        start.setVisible(false);
        repeat.setVisible(false);
        options.setVisible(false);
        until.setVisible(false);
        when.setVisible(card.isDated());
        var entry = new Entry();
        entry.title = card.title();
        entry.zone = card.zone();
        if (card.isDated()) {
            times(entry, card);
        }
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
        var ids = page.hosts().stream().map(MeetingPage.Person::id).collect(Collectors.toSet());
        hosts.setValue(
                people.stream().filter(person -> ids.contains(person.id())).collect(Collectors.toSet()));
        invited.setValue(page.invited());
    }

    /** A new meeting like a former one, at the same hours; the day is still to be said. */
    void follow(MeetingPage former) {
        show(former);
        start.setVisible(true);
        options.setVisible(true);
        until.setVisible(true);
        when.setVisible(true);
        day.clear();
        lastDay.clear();
        answerBy.clear();
        formerAnswerBy = null;
        start.setValue(Stage.CONFIRMED);
        showWhen();
    }

    private static void times(Entry entry, MeetingCard card) {
        entry.day = card.from().atZone(card.zone()).toLocalDate();
        entry.from = card.from().atZone(card.zone()).toLocalTime();
        entry.to = card.to().atZone(card.zone()).toLocalTime();
        LocalDate end = card.to().atZone(card.zone()).toLocalDate();
        entry.lastDay = end.equals(entry.day) ? null : end;
    }

    private void showWhen() {
        Stage stage = start.getValue();
        whenFields.setVisible(stage == Stage.CONFIRMED);
        repeat.setVisible(stage == Stage.CONFIRMED);
        options.setVisible(stage == Stage.DATES);
        until.setVisible(stage == Stage.DATES);
        answerBy.setVisible(stage == Stage.CONFIRMED);
    }

    /** With what it starts: an idea, looking for a date, or a date. */
    Stage start() {
        return Objects.requireNonNullElse(start.getValue(), Stage.CONFIRMED);
    }

    /** How a new meeting repeats; null when it does not. */
    @Nullable
    RepeatRule rule() {
        return start() == Stage.CONFIRMED ? repeat.rule(day.getValue()) : null;
    }

    /** Asks for which times of a series the change is. */
    void askScope() {
        scope.setVisible(true);
    }

    Scope scope() {
        return scope.getValue();
    }

    List<OptionDraft> options() {
        return options.drafts();
    }

    /** Until when people may say which dates suit. */
    @Nullable
    Instant until() {
        return PollDialog.endOf(until.getValue(), actor.zone());
    }

    /** What was typed so far; the service says what is missing. */
    MeetingDraft draft() {
        var entry = new Entry();
        binder.writeBeanAsDraft(entry, true);
        ZoneId clocks = Objects.requireNonNullElse(entry.zone, actor.zone());
        Instant start = at(entry.day, entry.from, clocks);
        Instant end = at(entry.lastDay == null ? entry.day : entry.lastDay, entry.to, clocks);
        SiteCard chosen = entry.site;
        return new MeetingDraft(
                entry.title,
                start,
                end,
                clocks,
                new Place(chosen == null ? null : chosen.id(), entry.place, entry.link),
                entry.description,
                entry.capacity,
                lastMoment(entry.answerBy, start, clocks),
                hosts.getValue().stream().map(PersonCard::id).toList(),
                invited.getValue());
    }

    void show(InvalidInput error) {
        options.show(error);
        FormErrors.show(OptionsField.without(error), fields());
    }

    private Map<String, HasValidationProperties> fields() {
        Map<String, HasValidationProperties> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("from", day.getValue() == null ? day : from);
        fields.put("to", to);
        fields.put("place", place);
        fields.put("link", link);
        fields.put("description", description);
        fields.put("capacity", capacity);
        fields.put("answerBy", answerBy);
        fields.put("invited", invited);
        fields.put("until", until);
        fields.put("recurrence", repeat.until());
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

    private static @Nullable Instant at(@Nullable LocalDate day, @Nullable LocalTime time, ZoneId clocks) {
        return day == null || time == null
                ? null
                : day.atTime(time).atZone(clocks).toInstant();
    }

    private static String label(SiteCard site) {
        String name = site.organisationName();
        return site.town().isEmpty() ? name + ", " + site.name() : name + ", " + site.name() + ", " + site.town();
    }

    private static Div row(com.vaadin.flow.component.Component... fields) {
        Div row = new Div(fields);
        row.addClassName("cv-meeting-row");
        return row;
    }

    private static com.vaadin.flow.component.Component wide(com.vaadin.flow.component.HasSize field) {
        field.setWidthFull();
        return (com.vaadin.flow.component.Component) field;
    }

    /** What the fields hold. */
    private static final class Entry {
        String title = "";

        @Nullable
        LocalDate day;

        @Nullable
        LocalTime from;

        @Nullable
        LocalTime to;

        @Nullable
        LocalDate lastDay;

        @Nullable
        ZoneId zone;

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
