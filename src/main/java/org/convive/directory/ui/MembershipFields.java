package org.convive.directory.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.List;
import java.util.Map;
import org.convive.directory.OrganisationCard;
import org.convive.identity.Role;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What somebody is in the cluster, and for whom. */
class MembershipFields extends Div {
    final ComboBox<OrganisationCard> organisation = new ComboBox<>(getTranslation("directory.field.organisation"));
    final Select<Role> role = new Select<>();

    MembershipFields(List<OrganisationCard> organisations) {
        addClassName("cv-dir-form");
        organisation.setItems(organisations);
        organisation.setItemLabelGenerator(OrganisationCard::name);
        organisation.setClearButtonVisible(true);
        role.setLabel(getTranslation("directory.field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(value -> getTranslation("directory.role." + value));
        role.setHelperText(getTranslation("directory.field.role.help"));
        role.setValue(Role.MEMBER);
        add(organisation, role);
    }

    void show(@Nullable OrganisationId current, Role currentRole) {
        organisation.setValue(organisation
                .getListDataView()
                .getItems()
                .filter(card -> card.id().equals(current))
                .findFirst()
                .orElse(null));
        role.setValue(currentRole);
    }

    @Nullable
    OrganisationId chosen() {
        OrganisationCard card = organisation.getValue();
        return card == null ? null : card.id();
    }

    Map<String, HasValidationProperties> fields() {
        return Map.of("organisation", organisation, "role", role);
    }
}
