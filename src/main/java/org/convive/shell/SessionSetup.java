package org.convive.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.CurrentUser;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.shared.Translations;
import org.convive.uikit.Toasts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Language and colours of every new page; kind words for lost sessions, lost connections and failures. */
@Component
class SessionSetup implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSetup.class);

    private final Translations translations;
    private final CurrentUser currentUser;
    private final Accounts accounts;

    SessionSetup(Translations translations, CurrentUser currentUser, Accounts accounts) {
        this.translations = translations;
        this.currentUser = currentUser;
        this.accounts = accounts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
        event.getSource().addSessionInitListener(e -> e.getSession().setErrorHandler(this::failed));
        event.getSource().addUIInitListener(e -> prepare(e.getUI()));
    }

    private void prepare(UI ui) {
        ui.setLocale(Translations.nearest(ui.getLocale()));
        currentUser.find().ifPresent(user -> {
            Account account = accounts.get(user.personId());
            if (account.locale() != null) {
                ui.setLocale(account.locale());
            }
            if (account.colourScheme() != Account.ColourScheme.SYSTEM) {
                ui.getPage().setColorScheme(Preferences.value(account.colourScheme()));
            }
        });
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("shell.connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getTranslation("shell.connection.gave-up"));
    }

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(translations.text(locale, "shell.session.expired"));
        messages.setSessionExpiredMessage(translations.text(locale, "shell.session.expired.sentence"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(translations.text(locale, "shell.error.500"));
        messages.setInternalErrorMessage(translations.text(locale, "shell.error.reload"));
        return messages;
    }

    /** A deed failed in an open page: say it in a sentence, keep the page and what was typed. */
    private void failed(ErrorEvent event) {
        Throwable cause = root(event.getThrowable());
        UI ui = UI.getCurrent();
        if (cause instanceof UIDetachedException) {
            return;
        }
        String sentence = sentence(cause, ui == null ? Locale.ENGLISH : ui.getLocale());
        if (ui != null) {
            ui.access(() -> Toasts.say(sentence));
        }
    }

    private String sentence(Throwable cause, Locale locale) {
        return switch (cause) {
            case InvalidInput invalid ->
                invalid.fields().values().stream()
                        .map(message -> translations.text(locale, message))
                        .findFirst()
                        .orElse("");
            case StaleEdit stale -> translations.text(locale, "shell.error.stale");
            case NotFoundException missing -> translations.text(locale, "shell.error.404.sentence");
            case AccessDeniedException denied -> translations.text(locale, "shell.error.403.sentence");
            default -> {
                String reference = Reference.next();
                LOG.error("Failure {} in a page", reference, cause);
                yield translations.text(locale, "shell.error.toast", reference);
            }
        };
    }

    /** Listeners are often called through reflection: the deed's own exception is what counts. */
    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof java.lang.reflect.InvocationTargetException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
