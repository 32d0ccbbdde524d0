package org.convive.means.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.ledger.Account;
import org.convive.means.ledger.Balance;
import org.convive.means.ledger.LedgerLine;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.LedgerService;
import org.convive.shared.InvalidInput;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** What a company gave and took: how it stands with each partner, its lines, its monthly statements. */
@Route("c/:cluster/give-and-take")
@PermitAll
@StyleSheet("convive/means-ledger.css")
class GiveAndTakeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 40;

    private final transient Actors actors;
    private final transient LedgerQueries queries;
    private final transient LedgerService ledger;
    private final transient Clock clock;
    private transient @Nullable Actor actor;
    private transient @Nullable OrganisationId company;
    private int page;
    private YearMonth month = YearMonth.of(2000, 1);
    private String title = "";

    GiveAndTakeView(Actors actors, LedgerQueries queries, LedgerService ledger, Clock clock) {
        this.actors = actors;
        this.queries = queries;
        this.ledger = ledger;
        this.clock = clock;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.ledger.title"), here.clusterName());
        QueryParameters asked = event.getLocation().getQueryParameters();
        company = number(asked, "company").map(OrganisationId::new).orElse(here.organisation());
        page = number(asked, "page").map(Long::intValue).orElse(0);
        YearMonth last = YearMonth.from(clock.instant().atZone(here.zone())).minusMonths(1);
        month = asked.getSingleParameter("month")
                .filter(text -> text.matches("20[0-9]{2}-(0[1-9]|1[0-2])"))
                .map(YearMonth::parse)
                .orElse(last);
        show();
    }

    private static Optional<Long> number(QueryParameters asked, String name) {
        return asked.getSingleParameter(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf);
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        removeAll();
        OrganisationId one = company;
        PageHeader header = new PageHeader(
                        getTranslation("means.ledger.title"), getTranslation("means.ledger.sentence"))
                .back(getTranslation("means.bookings.title"), "c/" + here.slug() + "/bookings");
        if (one != null) {
            header.action(Links.button(
                    "c/" + here.slug() + "/calendar-feed?of=company&id=" + one,
                    getTranslation("means.calendar"),
                    CvIcon.CALENDAR_PLUS));
        }
        add(header);
        if (one == null) {
            add(new EmptyState(
                    CvIcon.HANDSHAKE,
                    getTranslation("means.ledger.no-company"),
                    getTranslation("means.panel.no-company")));
            return;
        }
        List<Balance> balances = queries.balances(here, one);
        List<LedgerLine> lines = queries.lines(here, one, null, page * PAGE, PAGE + 1);
        if (lines.isEmpty() && page == 0) {
            add(new EmptyState(
                    CvIcon.HANDSHAKE,
                    getTranslation("means.ledger.none"),
                    getTranslation("means.ledger.none.sentence"),
                    Links.primary(
                            "c/" + here.slug() + "/means", getTranslation("means.title"), CvIcon.CALENDAR_CLOCK)));
            return;
        }
        add(
                partners(here, one, balances),
                new StatementPane(
                        here, one, month, YearMonth.from(clock.instant().atZone(here.zone()))),
                lines(here, one, lines));
    }

    private Pane partners(Actor here, OrganisationId one, List<Balance> balances) {
        UnorderedList list = list();
        balances.forEach(balance -> list.add(row(here, one, balance)));
        return new Pane(
                getTranslation("means.ledger.partners"),
                balances.isEmpty() ? new Paragraph(getTranslation("means.ledger.even")) : list);
    }

    private ListItem row(Actor here, OrganisationId one, Balance balance) {
        boolean owed = !balance.amount().isNegative();
        var absolute = owed ? balance.amount() : balance.amount().negated();
        String key = "means.ledger." + (owed ? "owes-you." : "you-owe.") + balance.account();
        Div words = new Div(
                new Span(balance.partnerName()), new Paragraph(getTranslation(key, Purse.text(here, absolute))));
        words.addClassName("cv-grow");
        Span amount = new Span((owed ? "+" : "−") + Purse.text(here, absolute));
        amount.addClassNames("cv-num", "cv-strong");
        ListItem item = new ListItem(words, amount);
        if (owed && balance.account() == Account.DUE && here.maySpeakFor(one)) {
            item.add(Buttons.plain(getTranslation("means.ledger.paid"), CvIcon.CHECK, () -> ask(here, one, balance)));
        }
        return item;
    }

    private void ask(Actor here, OrganisationId one, Balance balance) {
        String key = UUID.randomUUID().toString();
        Confirm.ask(
                getTranslation("means.ledger.paid.question", balance.partnerName()),
                getTranslation("means.ledger.paid.consequences", Purse.text(here, balance.amount())),
                getTranslation("means.ledger.paid.keep"),
                getTranslation("means.ledger.paid.deed"),
                () -> {
                    try {
                        var paid = ledger.paid(
                                here, one, balance.partner(), balance.amount().currency(), key);
                        show();
                        Toasts.say(getTranslation("means.ledger.paid.done", Purse.text(here, paid)));
                    } catch (InvalidInput e) {
                        Toasts.sorry(getTranslation("means.ledger.error.nothing-due"));
                    }
                });
    }

    private Pane lines(Actor here, OrganisationId one, List<LedgerLine> lines) {
        UnorderedList list = list();
        lines.stream().limit(PAGE).forEach(line -> list.add(LineRow.of(here, one, line, getLocale())));
        Div pager = new Div();
        pager.addClassName("cv-row");
        if (page > 0) {
            pager.add(step("means.ledger.newer", CvIcon.CHEVRON_LEFT, page - 1));
        }
        if (lines.size() > PAGE) {
            pager.add(step("means.ledger.older", CvIcon.CHEVRON_RIGHT, page + 1));
        }
        return new Pane(getTranslation("means.ledger.lines"), list, pager);
    }

    private Component step(String key, CvIcon icon, int to) {
        return Buttons.plain(
                getTranslation(key),
                icon,
                () -> UI.getCurrent()
                        .navigate(
                                LedgerPath.all(Objects.requireNonNull(actor)),
                                QueryParameters.simple(Map.of(
                                        "page",
                                        String.valueOf(to),
                                        "company",
                                        String.valueOf(Objects.requireNonNull(company))))));
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-ledger-list");
        list.getElement().setAttribute("role", "list");
        return list;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
