package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.directory.OrganisationCard;
import org.convive.means.Lending;
import org.convive.means.MeansDetail;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Fields;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** To whom it is lent and on which terms. */
class LendingForm extends Div {
    private final Checkbox freeBusy = new Checkbox(getTranslation("means.form.free-busy"));
    private final Checkbox chosenOnly = new Checkbox(getTranslation("means.form.chosen-only"));
    private final MultiSelectComboBox<OrganisationCard> chosen =
            new MultiSelectComboBox<>(getTranslation("means.form.chosen"));
    private final Checkbox approval = new Checkbox(getTranslation("means.form.approval"));
    private final MultiSelectComboBox<OrganisationCard> trusted =
            new MultiSelectComboBox<>(getTranslation("means.form.trusted"));
    private final IntegerField answerWithin = hours("means.form.answer-within", 48);
    private final IntegerField holdFor = hours("means.form.hold-for", 24);
    private final IntegerField quota = hours("means.form.quota-hours", null);
    private final IntegerField freeCancelling = hours("means.form.free-cancelling-hours", 0);
    private final TextField certificate = Fields.text(getTranslation("means.form.certificate"), 100);
    private final TextField deposit = Fields.text(getTranslation("means.form.deposit"), 200);
    private final MarkdownField terms = new MarkdownField(getTranslation("means.form.terms"), 50_000);

    LendingForm(List<OrganisationCard> companies) {
        addClassName("cv-stack");
        for (MultiSelectComboBox<OrganisationCard> box : List.of(chosen, trusted)) {
            box.setItems(companies);
            box.setItemLabelGenerator(OrganisationCard::name);
            box.setVisible(false);
        }
        answerWithin.setVisible(false);
        chosenOnly.addValueChangeListener(e -> chosen.setVisible(e.getValue()));
        approval.addValueChangeListener(e -> {
            trusted.setVisible(e.getValue());
            answerWithin.setVisible(e.getValue());
        });
        certificate.setHelperText(getTranslation("means.form.certificate.help"));
        terms.setHelperText(getTranslation("means.form.terms.help"));
        add(
                new Pane(
                        getTranslation("means.form.lending"),
                        chosenOnly,
                        chosen,
                        approval,
                        grid(answerWithin, trusted),
                        freeBusy,
                        grid(certificate, quota, holdFor, freeCancelling, deposit)),
                new Pane(getTranslation("means.form.terms.title"), terms));
    }

    private static Div grid(Component... fields) {
        Div grid = new Div(fields);
        grid.addClassName("cv-means-fields");
        return grid;
    }

    private IntegerField hours(String key, @Nullable Integer value) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setMin(0);
        field.setValue(value);
        return field;
    }

    void show(MeansDetail detail, List<OrganisationCard> companies) {
        Lending lending = detail.means().lending();
        freeBusy.setValue(lending.freeBusy());
        chosenOnly.setValue(lending.chosenOnly());
        chosen.setValue(of(companies, lending.chosen()));
        approval.setValue(lending.approval());
        trusted.setValue(of(companies, lending.trusted()));
        answerWithin.setValue((int) lending.answerWithin().toHours());
        holdFor.setValue((int) lending.holdFor().toHours());
        quota.setValue(lending.quota() == null ? null : (int) lending.quota().toHours());
        freeCancelling.setValue((int) lending.freeCancelling().toHours());
        certificate.setValue(lending.certificate());
        deposit.setValue(lending.deposit());
        terms.setValue(detail.terms());
    }

    private static Set<OrganisationCard> of(List<OrganisationCard> companies, Set<OrganisationId> some) {
        return companies.stream().filter(one -> some.contains(one.id())).collect(Collectors.toSet());
    }

    Lending lending() {
        return new Lending(
                freeBusy.getValue(),
                chosenOnly.getValue(),
                ids(chosen),
                certificate.getValue(),
                approval.getValue(),
                ids(trusted),
                length(answerWithin),
                length(holdFor),
                quota.getValue() == null ? null : Duration.ofHours(quota.getValue()),
                length(freeCancelling),
                deposit.getValue());
    }

    private static Set<OrganisationId> ids(MultiSelectComboBox<OrganisationCard> box) {
        return box.getValue().stream().map(OrganisationCard::id).collect(Collectors.toSet());
    }

    private static Duration length(IntegerField field) {
        return Duration.ofHours(field.getValue() == null ? 0 : field.getValue());
    }

    String terms() {
        return terms.getValue();
    }

    Map<String, HasValidationProperties> fields() {
        var fields = new LinkedHashMap<String, HasValidationProperties>();
        fields.put("chosen", chosen);
        fields.put("answerWithin", answerWithin);
        fields.put("holdFor", holdFor);
        fields.put("quota", quota);
        fields.put("freeCancelling", freeCancelling);
        fields.put("certificate", certificate);
        fields.put("deposit", deposit);
        fields.put("terms", terms);
        return fields;
    }
}
