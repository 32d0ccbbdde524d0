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
import org.convive.directory.GroupCard;
import org.convive.directory.Groups;
import org.convive.directory.OrganisationCard;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.meetings.Invited;

/** Whom a meeting is for: the whole cluster, or some organisations and people. */
final class InvitedField extends CustomField<Invited> {
    private final RadioButtonGroup<Boolean> everyone = new RadioButtonGroup<>();
    private final MultiSelectComboBox<OrganisationCard> organisations = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<PersonCard> people = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<GroupCard> groups = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> competences = new MultiSelectComboBox<>();
    private final transient List<OrganisationCard> allOrganisations;
    private final transient List<GroupCard> allGroups;
    private final transient List<String> allCompetences;
    private final transient List<PersonCard> allPeople;

    InvitedField(DirectoryQueries directory, Groups known, Actor actor, List<PersonCard> members) {
        super(Invited.wholeCluster());
        setLabel(text("meetings.field.invited"));
        allOrganisations = directory.organisations(actor);
        allPeople = members;
        allGroups = known.list(actor);
        allCompetences = directory.competences(actor).stream()
                .filter(competence -> competence.organisations() > 0)
                .map(DirectoryQueries.Competence::name)
                .toList();
        groups.setLabel(text("meetings.invited.groups"));
        groups.setItems(allGroups);
        groups.setItemLabelGenerator(group ->
                text("meetings.invited.group", group.name(), group.people().size()));
        groups.setWidthFull();
        competences.setLabel(text("meetings.invited.competences"));
        competences.setItems(allCompetences);
        competences.setHelperText(text("meetings.invited.competences.help"));
        competences.setWidthFull();
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
        Div all = new Div(everyone, organisations, groups, competences, people);
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
        groups.setVisible(some && !allGroups.isEmpty());
        competences.setVisible(some && !allCompetences.isEmpty());
    }

    @Override
    protected Invited generateModelValue() {
        if (!Boolean.FALSE.equals(everyone.getValue())) {
            return Invited.wholeCluster();
        }
        return new Invited(
                false,
                organisations.getValue().stream().map(OrganisationCard::id).collect(Collectors.toSet()),
                people.getValue().stream().map(PersonCard::id).collect(Collectors.toSet()),
                groups.getValue().stream().map(GroupCard::id).collect(Collectors.toSet()),
                competences.getValue());
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
        groups.setValue(allGroups.stream()
                .filter(group -> invited.groups().contains(group.id()))
                .collect(Collectors.toSet()));
        competences.setValue(
                allCompetences.stream().filter(invited.competences()::contains).collect(Collectors.toSet()));
    }

    /** Whether anybody is chosen. */
    boolean isSomebody() {
        return !generateModelValue().isNobody();
    }

    /** Only some: for inviting more people to a meeting. */
    InvitedField onlySome() {
        setValue(new Invited(false, Set.of(), Set.of()));
        return this;
    }
}
