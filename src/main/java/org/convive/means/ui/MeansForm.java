package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.directory.OrganisationCard;
import org.convive.means.BookingRules;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.MeansDraft;
import org.convive.means.MeansKind;
import org.convive.means.OpeningHours;
import org.convive.means.catalogue.Words;
import org.convive.uikit.Fields;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** What an owner says of a means: what it is, its units, when and how it may be booked. */
class MeansForm extends Div {
    private final Select<MeansKind> kind = new Select<>();
    private final TextField name = Fields.text(getTranslation("means.form.name"), 200);
    private final MarkdownField description = new MarkdownField(getTranslation("means.form.description"), 10_000);
    private final TextField place = Fields.text(getTranslation("means.form.place"), 200);
    private final TextField price = Fields.text(getTranslation("means.form.price"), 200);
    private final TextField capabilities = Fields.text(getTranslation("means.form.capabilities"), 2000);
    private final UnitsField units = new UnitsField();
    private final OpeningHoursField hours;
    private final IntegerField setUp = minutes("means.form.set-up", 0);
    private final IntegerField tearDown = minutes("means.form.tear-down", 0);
    private final IntegerField shortest = minutes("means.form.shortest", 30);
    private final IntegerField longest = minutes("means.form.longest", 480);
    private final IntegerField notice = minutes("means.form.notice", 60);
    private final IntegerField horizon = minutes("means.form.horizon", 90);
    private final IntegerField slot = minutes("means.form.slot-minutes", 0);
    private final TextField contact = Fields.text(getTranslation("means.form.contact"), 200);
    private final IntegerField capacity = new IntegerField(getTranslation("means.form.capacity"));
    private final PlaceField at;
    private final ClosuresField closures;
    private final LendingForm lending;
    private final transient List<OrganisationCard> companies;
    private ZoneId zone;

    MeansForm(ZoneId zone, Locale locale, List<OrganisationCard> companies, List<Words.Word> words) {
        this.zone = zone;
        this.companies = companies;
        at = new PlaceField(companies);
        closures = new ClosuresField(locale);
        lending = new LendingForm(companies);
        hours = new OpeningHoursField(locale);
        hours.setValue(OpeningHours.daily(
                LocalTime.of(8, 0),
                LocalTime.of(18, 0),
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY));
        kind.setLabel(getTranslation("means.form.kind"));
        kind.setItems(MeansKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(MeansPath.oneOf(one)));
        kind.setValue(MeansKind.MACHINE);
        capabilities.setHelperText(getTranslation("means.form.capabilities.help"));
        price.setHelperText(getTranslation("means.form.price.help"));
        addClassName("cv-stack");
        add(
                new Pane(
                        getTranslation("means.form.what"),
                        fields(kind, name, place, price, contact, capacity),
                        capabilities,
                        new WordChips(words, capabilities),
                        description,
                        at),
                new Pane(getTranslation("means.form.units"), units),
                new Pane(
                        getTranslation("means.form.rules"),
                        hours,
                        closures,
                        fields(setUp, tearDown, shortest, longest, slot, notice, horizon)),
                lending);
    }

    private static Div fields(Component... fields) {
        Div grid = new Div();
        grid.add(fields);
        grid.addClassName("cv-means-fields");
        return grid;
    }

    private IntegerField minutes(String key, int value) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(0);
        field.setValue(value);
        return field;
    }

    void startWithOneUnit() {
        units.append(null, getTranslation("means.form.unit", 1));
    }

    void show(MeansDetail detail) {
        Means means = detail.means();
        BookingRules rules = means.rules();
        zone = rules.zone();
        kind.setValue(means.kind());
        name.setValue(means.name());
        description.setValue(detail.description());
        place.setValue(means.place());
        price.setValue(means.price());
        capabilities.setValue(String.join(", ", means.capabilities()));
        units.show(means.units());
        hours.setValue(rules.hours());
        setUp.setValue((int) rules.setUp().toMinutes());
        tearDown.setValue((int) rules.tearDown().toMinutes());
        shortest.setValue((int) rules.shortest().toMinutes());
        longest.setValue((int) rules.longest().toMinutes());
        notice.setValue((int) rules.notice().toMinutes());
        horizon.setValue(rules.horizonDays());
        slot.setValue((int) rules.slot().toMinutes());
        closures.show(rules.closures());
        contact.setValue(detail.contact());
        capacity.setValue(means.capacity());
        at.show(means.at());
        lending.show(detail, companies);
    }

    MeansDraft draft(@Nullable Long picture) {
        return new MeansDraft(
                kind.getValue(),
                name.getValue(),
                description.getValue(),
                place.getValue(),
                price.getValue(),
                picture,
                Arrays.stream(capabilities.getValue().split(",", -1))
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .toList(),
                units.typed(),
                new BookingRules(
                        zone,
                        hours.typed(),
                        length(setUp),
                        length(tearDown),
                        length(shortest),
                        length(longest),
                        length(notice),
                        horizon.getValue() == null ? 0 : horizon.getValue(),
                        length(slot),
                        closures.typed()),
                lending.lending(),
                contact.getValue(),
                capacity.getValue(),
                at.point(),
                lending.terms());
    }

    private static Duration length(IntegerField field) {
        return Duration.ofMinutes(field.getValue() == null ? 0 : field.getValue());
    }

    /** By the name that the service gives a field. */
    Map<String, HasValidationProperties> fields() {
        var fields = new LinkedHashMap<String, HasValidationProperties>();
        fields.put("name", name);
        fields.put("place", place);
        fields.put("price", price);
        fields.put("capabilities", capabilities);
        fields.put("units", units);
        fields.put("hours", hours);
        fields.put("setUp", setUp);
        fields.put("tearDown", tearDown);
        fields.put("shortest", shortest);
        fields.put("longest", longest);
        fields.put("notice", notice);
        fields.put("horizon", horizon);
        fields.put("slot", slot);
        fields.put("closures", closures);
        fields.put("contact", contact);
        fields.put("capacity", capacity);
        fields.put("latitude", at.complaints());
        fields.putAll(lending.fields());
        return fields;
    }
}
