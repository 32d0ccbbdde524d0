package org.convive.directory.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convive.directory.DirectoryQueries.OrganisationPage;
import org.convive.directory.OrganisationKind;
import org.convive.directory.Organisations;
import org.convive.uikit.Fields;
import org.convive.uikit.MarkdownField;

/** What an organisation says of itself. */
class OrganisationForm extends Div {
    private final TextField name = Fields.text(getTranslation("directory.field.name"), 200);
    private final Select<OrganisationKind> kind = new Select<>();
    private final TextField trade = Fields.text(getTranslation("directory.field.trade"), 200);
    private final TextField website = Fields.text(getTranslation("directory.field.website"), 500);
    private final IntegerField headcount = new IntegerField(getTranslation("directory.field.headcount"));
    private final MarkdownField presentation = new MarkdownField(getTranslation("directory.presentation"), 10_000);
    private final MultiSelectComboBox<String> competences =
            new MultiSelectComboBox<>(getTranslation("directory.competences"));
    private final Set<String> known = new TreeSet<>();

    OrganisationForm() {
        addClassName("cv-dir-form");
        kind.setLabel(getTranslation("directory.filter.kind"));
        kind.setItems(OrganisationKind.values());
        kind.setItemLabelGenerator(Here::name);
        trade.setHelperText(getTranslation("directory.field.trade.help"));
        headcount.setMin(0);
        competences.setHelperText(getTranslation("directory.competences.help"));
        competences.setAllowCustomValue(true);
        competences.addCustomValueSetListener(event -> {
            Set<String> chosen = new HashSet<>(competences.getValue());
            chosen.add(event.getDetail());
            offer(Set.of(event.getDetail()), chosen);
        });
        add(name, kind, trade, headcount, website, competences, presentation);
    }

    void show(OrganisationPage page, List<String> competencesOfCluster) {
        name.setValue(page.card().name());
        kind.setValue(page.card().kind());
        trade.setValue(page.card().trade());
        website.setValue(page.website());
        headcount.setValue(page.card().headcount());
        presentation.setValue(page.presentation());
        known.addAll(competencesOfCluster);
        offer(page.card().competences(), new HashSet<>(page.card().competences()));
    }

    private void offer(Collection<String> more, Set<String> chosen) {
        known.addAll(more);
        competences.setItems(known);
        competences.setValue(chosen);
    }

    Organisations.Details details() {
        return new Organisations.Details(
                name.getValue(),
                kind.getValue(),
                trade.getValue(),
                presentation.getValue(),
                website.getValue(),
                headcount.getValue());
    }

    Collection<String> competences() {
        return new TreeSet<>(competences.getValue());
    }

    Map<String, HasValidationProperties> fields() {
        return Map.of(
                "name", name,
                "kind", kind,
                "trade", trade,
                "website", website,
                "headcount", headcount,
                "presentation", presentation,
                "competences", competences);
    }
}
