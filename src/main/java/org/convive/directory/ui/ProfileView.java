package org.convive.directory.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.directory.Pictures;
import org.convive.identity.Account;
import org.convive.identity.Account.ColourScheme;
import org.convive.identity.Accounts;
import org.convive.identity.CurrentUser;
import org.convive.identity.ui.ProfileSection;
import org.convive.shared.StaleEdit;
import org.convive.shared.Translations;
import org.convive.uikit.Buttons;
import org.convive.uikit.Face;
import org.convive.uikit.Fields;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Portrait;
import org.convive.uikit.Toasts;

/** What a person says of themself and chose for themself. */
@Route("profile")
@PermitAll
@StyleSheet("convive/directory.css")
class ProfileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient CurrentUser currentUser;
    private final transient Accounts accounts;
    private final transient Pictures pictures;
    private final transient List<ProfileSection> sections;
    private final Div portrait = new Div();
    private final Div conflict = new Div();
    private final TextField name = Fields.text(getTranslation("directory.field.person-name"), 200);
    private final TextField title = Fields.text(getTranslation("directory.field.title"), 200);
    private final TextField phone = Fields.text(getTranslation("directory.field.phone"), 40);
    private final TextField about = Fields.text(getTranslation("directory.field.about"), 500);
    private final Select<String> language = new Select<>();
    private final Select<ColourScheme> colours = new Select<>();
    private int version;

    ProfileView(CurrentUser currentUser, Accounts accounts, Pictures pictures, List<ProfileSection> sections) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.pictures = pictures;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(ProfileSection::order))
                .toList();
        addClassName("cv-page");
        portrait.addClassName("cv-row");
        title.setHelperText(getTranslation("directory.field.title.help"));
        about.setHelperText(getTranslation("directory.field.about.help"));
        language.setLabel(getTranslation("directory.field.language"));
        language.setItems("", "en", "fr");
        language.setItemLabelGenerator(code -> code == null || code.isEmpty()
                ? getTranslation("directory.language.browser")
                : getTranslation("directory.language." + code));
        colours.setLabel(getTranslation("directory.field.colours"));
        colours.setItems(ColourScheme.values());
        colours.setItemLabelGenerator(scheme -> getTranslation("directory.colours." + scheme));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Account account = account();
        Div form = new Div(name, title, phone, about, language, colours);
        form.addClassName("cv-dir-form");
        removeAll();
        add(
                new PageHeader(
                        getTranslation("directory.profile.title"),
                        getTranslation(
                                "directory.profile.sentence", account.email().value())),
                new Pane(getTranslation("directory.portrait"), portrait),
                new Pane(
                        getTranslation("directory.profile.about"),
                        conflict,
                        form,
                        Buttons.primary(getTranslation("directory.save"), this::save)));
        sections.forEach(section -> add(section.render(currentUser.require())));
        show(account);
    }

    private void show(Account account) {
        Locale chosen = account.locale();
        name.setValue(account.name());
        title.setValue(account.title());
        phone.setValue(account.phone());
        about.setValue(account.about());
        language.setValue(chosen == null ? "" : chosen.getLanguage());
        colours.setValue(account.colourScheme());
        version = account.version();
        conflict.removeAll();
        showPortrait(account);
    }

    private void save() {
        Map<String, HasValidationProperties> fields =
                Map.of("name", name, "title", title, "phone", phone, "about", about);
        if (Saving.run(fields, this::write)) {
            if (conflict.getComponentCount() > 0) {
                return;
            }
            show(account());
            apply();
            Toasts.say(getTranslation("directory.saved"));
        }
    }

    /** A change made elsewhere meanwhile is told, and what was typed here stays until the person chooses. */
    private void write() {
        try {
            conflict.removeAll();
            accounts.update(currentUser.require().personId(), typed(), version);
        } catch (StaleEdit e) {
            Account newer = account();
            conflict.add(Notice.hot(
                    new com.vaadin.flow.component.html.Span(getTranslation("directory.profile.conflict")),
                    Buttons.plain(getTranslation("directory.profile.keep-mine"), () -> {
                        version = newer.version();
                        save();
                    }),
                    Buttons.plain(getTranslation("directory.profile.take-newer"), () -> show(newer))));
        }
    }

    private Accounts.Profile typed() {
        return new Accounts.Profile(
                name.getValue(),
                title.getValue(),
                phone.getValue(),
                about.getValue(),
                language.getValue().isEmpty() ? null : Locale.of(language.getValue()),
                colours.getValue());
    }

    /** The page follows at once. */
    private void apply() {
        UI ui = UI.getCurrent();
        ui.getPage()
                .setColorScheme(
                        switch (colours.getValue()) {
                            case LIGHT -> ColorScheme.Value.LIGHT;
                            case DARK -> ColorScheme.Value.DARK;
                            case SYSTEM -> ColorScheme.Value.SYSTEM;
                        });
        if (!language.getValue().isEmpty()) {
            Locale chosen = Translations.nearest(Locale.of(language.getValue()));
            if (!chosen.getLanguage().equals(ui.getLocale().getLanguage())) {
                ui.getSession().setLocale(chosen);
                ui.setLocale(chosen);
                ui.getPage().reload();
            }
        }
    }

    private void showPortrait(Account account) {
        String address = account.picture() == null ? null : "profile/portrait?" + account.picture();
        portrait.removeAll();
        portrait.add(
                new Face(new Portrait(account.name(), null, address), Face.Size.XL).decorative(),
                new PictureUpload(bytes -> {
                    pictures.portrait(currentUser.require(), bytes);
                    showPortrait(account());
                    Toasts.say(getTranslation("directory.saved"));
                }));
        if (account.picture() != null) {
            portrait.add(Buttons.quiet(getTranslation("directory.portrait.remove"), () -> {
                pictures.removePortrait(currentUser.require());
                showPortrait(account());
                Toasts.say(getTranslation("directory.portrait.removed"));
            }));
        }
    }

    private Account account() {
        return accounts.get(currentUser.require().personId());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.profile.title");
    }
}
