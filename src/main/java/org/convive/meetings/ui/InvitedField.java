package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.OrganisationCard;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;

/** Whom a meeting is for: the whole cluster, or some organisations and people. */
final class InvitedField extends CustomField<Invited> {
    private final RadioButtonGroup<Boolean> everyone = new RadioButtonGroup<>();
    private final MultiSelectComboBox<OrganisationCard> organisations = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<PersonCard> people = new MultiSelectComboBox<>();
    private final transient List<OrganisationCard> allOrganisations;
    private final transient List<PersonCard> allPeople;

    InvitedField(DirectoryQueries directory, Actor actor, List<PersonCard> members) {
        super(Invited.wholeCluster());
        setLabel(text("meetings.field.invited"));
        allOrganisations = directory.organisations(actor);
        allPeople = members;
        everyone.setItems(true, false);
        everyone.setItemLabelGenerator(
                all -> text(all ? "meetings.invited.everyone" : "meetings.invited.some", actor.clusterName()));
        everyone.setValue(true);
        organisations.setLabel(text("meetings.invited.organisations"));
        organisations.setItems(allOrganisations);
        organisations.setItemLabelGenerator(OrganisationCard::name);
        organisations.setWidthFull();
        people.setLabel(text("meetings.invited.people"));
        people.setItems(allPeople);
        people.setItemLabelGenerator(InvitedField::label);
        people.setWidthFull();
        everyone.addValueChangeListener(e -> showChoice());
        Div all = new Div(everyone, organisations, people);
        all.addClassName("cv-stack");
        add(all);
        showChoice();
    }

    static String label(PersonCard person) {
        return person.organisationName().isEmpty() ? person.name() : person.name() + ", " + person.organisationName();
    }

    private void showChoice() {
        boolean some = Boolean.FALSE.equals(everyone.getValue());
        organisations.setVisible(some);
        people.setVisible(some);
    }

    @Override
    protected Invited generateModelValue() {
        if (!Boolean.FALSE.equals(everyone.getValue())) {
            return Invited.wholeCluster();
        }
        return new Invited(
                false,
                organisations.getValue().stream().map(OrganisationCard::id).collect(Collectors.toSet()),
                people.getValue().stream().map(PersonCard::id).collect(Collectors.toSet()));
    }

    @Override
    protected void setPresentationValue(Invited invited) {
        everyone.setValue(invited.everyone());
        organisations.setValue(allOrganisations.stream()
                .filter(organisation -> invited.organisations().contains(organisation.id()))
                .collect(Collectors.toSet()));
        people.setValue(allPeople.stream()
                .filter(person -> invited.people().contains(person.id()))
                .collect(Collectors.toSet()));
    }

    /** Whether anybody is chosen. */
    boolean isSomebody() {
        Invited chosen = generateModelValue();
        return chosen.everyone()
                || !chosen.organisations().isEmpty()
                || !chosen.people().isEmpty();
    }

    /** Only some: for inviting more people to a meeting. */
    InvitedField onlySome() {
        setValue(new Invited(false, Set.of(), Set.of()));
        return this;
    }
}
