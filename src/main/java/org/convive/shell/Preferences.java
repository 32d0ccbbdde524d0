package org.convive.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.Locale;
import org.convive.identity.Account.ColourScheme;
import org.convive.identity.Accounts;
import org.convive.identity.SignOut;
import org.convive.shared.PersonId;
import org.springframework.stereotype.Component;

/** What a person chooses for every page: language, colours; and the way out. */
@Component
class Preferences {
    private final Accounts accounts;
    private final SignOut signOut;

    Preferences(Accounts accounts, SignOut signOut) {
        this.accounts = accounts;
        this.signOut = signOut;
    }

    /** Changes the language at once; the page is drawn anew. */
    void speak(PersonId person, Locale language) {
        accounts.speak(person, language);
        UI ui = UI.getCurrent();
        ui.getSession().setLocale(language);
        ui.getPage().reload();
    }

    void paint(PersonId person, ColourScheme scheme) {
        accounts.paint(person, scheme);
        UI.getCurrent().getPage().setColorScheme(value(scheme));
    }

    /** Ends the session here and at the identity provider. */
    void signOut() {
        UI ui = UI.getCurrent();
        ui.getPage().setLocation(signOut.address(ui.getSession().getSession()::setAttribute));
    }

    static ColorScheme.Value value(ColourScheme scheme) {
        return switch (scheme) {
            case LIGHT -> ColorScheme.Value.LIGHT;
            case DARK -> ColorScheme.Value.DARK;
            case SYSTEM -> ColorScheme.Value.SYSTEM;
        };
    }
}
