package org.convive.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Account;
import org.convive.identity.Account.ColourScheme;
import org.convive.identity.Actor;
import org.convive.shared.Translations;
import org.convive.uikit.Face;
import org.convive.uikit.Portrait;

/** The person at the foot of the drawer: profile, language, colours, sign out. */
class PersonMenu extends Composite<Div> {
    private final Preferences preferences;
    private final Account account;

    PersonMenu(Account account, Optional<Actor> actor, Preferences preferences) {
        this.preferences = preferences;
        this.account = account;
        getContent().addClassName("cv-me");
        MenuBar bar = new MenuBar();
        bar.addThemeName("tertiary");
        bar.addClassName("cv-me-bar");
        bar.getElement().setAttribute("aria-label", getTranslation("shell.person-menu"));
        MenuItem me = bar.addItem(face(account, actor));
        fill(me.getSubMenu(), account.colourScheme());
        getContent().add(bar);
    }

    private static Div face(Account account, Optional<Actor> actor) {
        Span name = new Span(account.name());
        name.addClassName("cv-me-name");
        Span company = new Span(
                actor.map(Actor::organisationName).orElse(account.email().value()));
        company.addClassName("cv-me-company");
        Div words = new Div(name, company);
        words.addClassName("cv-me-words");
        String picture = account.picture() == null
                ? null
                : actor.map(a -> "c/" + a.slug() + "/pictures/" + account.picture())
                        .orElse(null);
        Div face = new Div(new Face(new Portrait(account.name(), null, picture), Face.Size.M), words);
        face.addClassName("cv-me-face");
        return face;
    }

    private void fill(SubMenu menu, ColourScheme chosen) {
        menu.addItem(getTranslation("shell.profile"), e -> UI.getCurrent().navigate("profile"));
        SubMenu languages = menu.addItem(getTranslation("shell.language")).getSubMenu();
        for (Locale language : Translations.LOCALES) {
            MenuItem item = languages.addItem(
                    language.getDisplayLanguage(language), e -> preferences.speak(account.id(), language));
            item.setCheckable(true);
            item.setChecked(UI.getCurrent().getLocale().getLanguage().equals(language.getLanguage()));
        }
        SubMenu colours = menu.addItem(getTranslation("shell.colours")).getSubMenu();
        for (ColourScheme scheme : ColourScheme.values()) {
            String word = scheme.name().toLowerCase(Locale.ROOT);
            MenuItem item = colours.addItem(
                    getTranslation("shell.colours." + word), e -> preferences.paint(account.id(), scheme));
            item.setCheckable(true);
            item.setChecked(scheme == chosen);
        }
        menu.addItem(getTranslation("shell.sign-out"), e -> preferences.signOut());
    }
}
