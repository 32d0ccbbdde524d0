package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.mail.DeliveryState;
import org.convive.mail.MailLedger;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.Dates;
import org.convive.uikit.Toasts;

/** Every message of a letter and what became of it; what is uncertain or failed can be sent again, on a person's word. */
class LedgerDialog extends Dialog {
    private static final Set<DeliveryState> AGAIN =
            EnumSet.of(DeliveryState.UNCERTAIN, DeliveryState.FAILED, DeliveryState.BOUNCED);

    LedgerDialog(Actor actor, NewsletterQueries queries, NewsletterService newsletter, long issue, Runnable changed) {
        setHeaderTitle(getTranslation("newsletter.ledger"));
        setWidth("860px");
        Dates dates = Dates.of(getLocale(), actor.zone());
        Grid<MailLedger.Delivery> grid = new Grid<>();
        grid.setItems(query -> queries.ledger(actor, issue, query.getOffset(), query.getLimit()).stream());
        grid.addColumn(row -> row.name())
                .setHeader(getTranslation("newsletter.ledger.name"))
                .setAutoWidth(true);
        grid.addColumn(row -> row.address())
                .setHeader(getTranslation("newsletter.ledger.address"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("newsletter.ledger.state"))
                .setAutoWidth(true);
        grid.addColumn(row -> dates.time(row.changed()))
                .setHeader(getTranslation("newsletter.ledger.when"))
                .setAutoWidth(true);
        grid.addComponentColumn(row -> deed(row, () -> {
                    newsletter.resend(actor, issue, row.id());
                    grid.getDataProvider().refreshAll();
                    Toasts.say(getTranslation("newsletter.ledger.again.done", row.name()));
                    changed.run();
                }))
                .setAutoWidth(true);
        Paragraph promise = new Paragraph(getTranslation("newsletter.ledger.promise"));
        promise.addClassName("cv-q");
        add(promise, grid);
        getFooter().add(Buttons.plain(getTranslation("newsletter.ledger.close"), this::close));
    }

    private Component state(MailLedger.Delivery row) {
        Span badge = switch (row.state()) {
            case SENT -> Badges.ok(getTranslation("newsletter.state.sent"));
            case UNCERTAIN -> Badges.hot(getTranslation("newsletter.state.uncertain"));
            case FAILED -> Badges.bad(getTranslation("newsletter.state.failed"));
            case BOUNCED -> Badges.bad(getTranslation("newsletter.state.bounced"));
            case PAUSED -> Badges.quiet(getTranslation("newsletter.state.paused"));
            case QUEUED, CLAIMED -> Badges.quiet(getTranslation("newsletter.state.to-go"));
        };
        if (!row.error().isBlank()) {
            badge.setTitle(row.error());
        }
        return badge;
    }

    private Component deed(MailLedger.Delivery row, Runnable again) {
        return AGAIN.contains(row.state())
                ? Buttons.plain(getTranslation("newsletter.ledger.again"), again)
                : new Div();
    }
}
