package org.convive.directory.ui;

import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** Saves what a form holds; what is wrong is said beside the fields, and what was typed stays. */
final class Saving {
    private Saving() {}

    /** @return whether it was saved */
    static boolean run(Map<String, ? extends HasValidationProperties> fields, Runnable deed) {
        FormErrors.clear(fields);
        try {
            deed.run();
            return true;
        } catch (InvalidInput e) {
            FormErrors.show(e, fields);
        } catch (StaleEdit e) {
            Toasts.sorry(Here.text("directory.stale"));
        }
        return false;
    }
}
