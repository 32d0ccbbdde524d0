package org.convive.directory.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.BiConsumer;
import org.convive.directory.OrganisationKind;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;

/** The name and kind of a new organisation; its page is completed afterwards. */
class RegisterDialog extends Dialog {
    RegisterDialog(BiConsumer<String, OrganisationKind> register) {
        setHeaderTitle(getTranslation("directory.organisation.register"));
        TextField name = Fields.text(getTranslation("directory.field.name"), 200);
        Select<OrganisationKind> kind = new Select<>();
        kind.setLabel(getTranslation("directory.filter.kind"));
        kind.setItems(OrganisationKind.values());
        kind.setItemLabelGenerator(Here::name);
        kind.setValue(OrganisationKind.COMPANY);
        Div form = new Div(name, kind);
        form.addClassName("cv-dir-form");
        add(form);
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("directory.cancel"), this::close),
                        Buttons.primary(getTranslation("directory.organisation.register-deed"), () -> {
                            if (Saving.run(
                                    Map.of("name", name), () -> register.accept(name.getValue(), kind.getValue()))) {
                                close();
                            }
                        }));
    }
}
