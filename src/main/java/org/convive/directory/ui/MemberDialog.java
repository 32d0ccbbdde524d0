package org.convive.directory.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.convive.directory.Members.Admission;
import org.convive.directory.OrganisationCard;
import org.convive.directory.PersonCard;
import org.convive.identity.Role;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.jspecify.annotations.Nullable;

/** Admits somebody, or changes what a member is here. */
final class MemberDialog extends Dialog {
    private final MembershipFields membership;

    private MemberDialog(String title, List<OrganisationCard> organisations) {
        setHeaderTitle(title);
        membership = new MembershipFields(organisations);
    }

    static MemberDialog admit(List<OrganisationCard> organisations, Consumer<Admission> save) {
        var dialog = new MemberDialog(Here.text("directory.members.admit"), organisations);
        TextField email = Fields.text(Here.text("directory.field.email"), 254);
        TextField name = Fields.text(Here.text("directory.field.person-name"), 200);
        Div first = new Div(email, name);
        first.addClassName("cv-dir-form");
        dialog.add(first, dialog.membership);
        dialog.buttons(
                Here.text("directory.members.admit-deed"),
                Map.of("email", email, "name", name),
                () -> save.accept(new Admission(
                        email.getValue(),
                        name.getValue(),
                        dialog.membership.chosen(),
                        dialog.membership.role.getValue())));
        return dialog;
    }

    static MemberDialog change(
            PersonCard person, List<OrganisationCard> organisations, BiConsumer<@Nullable OrganisationId, Role> save) {
        var dialog = new MemberDialog(person.name(), organisations);
        dialog.membership.show(person.organisation(), person.role());
        dialog.add(dialog.membership);
        dialog.buttons(
                Here.text("directory.save"),
                Map.of(),
                () -> save.accept(dialog.membership.chosen(), dialog.membership.role.getValue()));
        return dialog;
    }

    private void buttons(String deed, Map<String, ? extends HasValidationProperties> more, Runnable save) {
        Map<String, HasValidationProperties> fields = new HashMap<>(membership.fields());
        fields.putAll(more);
        getFooter().add(Buttons.quiet(Here.text("directory.cancel"), this::close), Buttons.primary(deed, () -> {
            if (Saving.run(fields, save)) {
                close();
            }
        }));
    }
}
