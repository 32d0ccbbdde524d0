package org.convive.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.Locale;
import java.util.Optional;
import org.convive.identity.Account;
import org.convive.identity.Account.ColourScheme;
import org.convive.identity.Actor;
import org.convive.shared.Translations;
import org.convive.uikit.MeBadge;
import org.convive.uikit.Portrait;
import org.jspecify.annotations.Nullable;

/** The person at the foot of the drawer: profile, language, colours, sign out. */
class PersonMenu extends Composite<Div> {
    private final Preferences preferences;
    private final Account account;

    PersonMenu(Account account, Optional<Actor> actor, Preferences preferences) {
        this.preferences = preferences;
        this.account = account;
        getContent().addClassName("cv-me-menu");
        MenuBar bar = new MenuBar();
        bar.addThemeName("tertiary");
        bar.getElement().setAttribute("aria-label", getTranslation("shell.person-menu"));
        MenuItem me = bar.addItem(face(account, actor));
        fill(me.getSubMenu(), account.colourScheme());
        getContent().add(bar);
    }

    private static MeBadge face(Account account, Optional<Actor> actor) {
        String company =
                actor.map(Actor::organisationName).orElse(account.email().value());
        return new MeBadge(new Portrait(account.name(), company, picture(account, actor)));
    }

    /** The address of the portrait; it is served inside a cluster only. */
    static @Nullable String picture(Account account, Optional<Actor> actor) {
        return account.picture() == null
                ? null
                : actor.map(a -> "c/" + a.slug() + "/pictures/" + account.picture())
                        .orElse(null);
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
