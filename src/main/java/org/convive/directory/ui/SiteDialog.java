package org.convive.directory.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;
import org.convive.directory.SiteCard;
import org.convive.directory.Sites.Address;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.jspecify.annotations.Nullable;

/** The form of a site. */
class SiteDialog extends Dialog {
    private final TextField name = Fields.text(getTranslation("directory.field.site"), 200);
    private final TextField address = Fields.text(getTranslation("directory.field.address"), 500);
    private final TextField town = Fields.text(getTranslation("directory.field.town"), 200);
    private final TextField place = Fields.text(getTranslation("directory.field.place"), 60);
    private final Checkbox main = new Checkbox(getTranslation("directory.field.main"));

    SiteDialog(@Nullable SiteCard site, Consumer<Address> save) {
        setHeaderTitle(getTranslation(site == null ? "directory.site.add" : "directory.site.change"));
        place.setHelperText(getTranslation("directory.field.place.help"));
        if (site != null) {
            name.setValue(site.name());
            address.setValue(site.address());
            town.setValue(site.town());
            place.setValue(Here.coordinates(site.place()));
            main.setValue(site.main());
            main.setEnabled(!site.main());
        }
        Div form = new Div(name, address, town, place, main);
        form.addClassName("cv-dir-form");
        add(form);
        Map<String, HasValidationProperties> fields =
                Map.of("name", name, "address", address, "town", town, "place", place);
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("directory.cancel"), this::close),
                        Buttons.primary(getTranslation("directory.save"), () -> {
                            if (Saving.run(fields, () -> save.accept(value()))) {
                                close();
                            }
                        }));
    }

    private Address value() {
        return new Address(
                name.getValue(), address.getValue(), town.getValue(), Here.place(place.getValue()), main.getValue());
    }
}
