package org.convive.means.ledger.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.ledger.LedgerLine;
import org.convive.means.ledger.LedgerQueries;
import org.convive.means.ledger.LedgerService;
import org.convive.means.ledger.LineState;
import org.convive.shared.InvalidInput;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Facts;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** One line: what it is for, what was said of it, and its counter-entries. Nothing is edited here, only added. */
@Route("c/:cluster/give-and-take/:line([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/means-ledger.css")
class LineView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient LedgerQueries queries;
    private final transient LedgerService ledger;
    private transient @Nullable Actor actor;
    private long id;
    private String title = "";

    LineView(Actors actors, LedgerQueries queries, LedgerService ledger) {
        this.actors = actors;
        this.queries = queries;
        this.ledger = ledger;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        id = ViewActor.id(event, "line");
        show();
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        LedgerLine line = ledger.line(here, id);
        Dates dates = Dates.of(getLocale(), here.zone());
        String name = getTranslation("means.ledger.line", line.id());
        title = getTranslation("means.page-title", name, here.clusterName());
        removeAll();
        var shown = line.amount().isNegative() ? line.amount().negated() : line.amount();
        add(
                new PageHeader(
                                name,
                                getTranslation(
                                        line.isFree()
                                                ? "means.ledger.line.free"
                                                : line.amount().isNegative()
                                                        ? "means.ledger.line.less"
                                                        : "means.ledger.line.owes",
                                        line.takerName(),
                                        line.giverName(),
                                        Purse.text(here, shown)))
                        .back(getTranslation("means.ledger.title"), LedgerPath.all(here)),
                facts(here, line, dates));
        if (line.state() == LineState.DISPUTED) {
            add(Notice.hot(new Paragraph(getTranslation("means.ledger.disputed", line.dispute()))));
        }
        List<LedgerLine> corrections = queries.corrections(here, id);
        if (!corrections.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("cv-ledger-list");
            OrganisationId side =
                    line.concerns(here.organisation()) ? Objects.requireNonNull(here.organisation()) : line.giver();
            corrections.forEach(one -> list.add(LineRow.of(here, side, one, getLocale())));
            add(new Pane(getTranslation("means.ledger.corrections"), list));
        }
        deeds(here, line);
    }

    private Pane facts(Actor here, LedgerLine line, Dates dates) {
        Facts facts = new Facts()
                .with(CvIcon.CALENDAR, dates.dayAndTime(line.posted()))
                .with(CvIcon.HANDSHAKE, getTranslation("means.ledger.kind." + line.kind()))
                .with(
                        CvIcon.TAG,
                        getTranslation(
                                line.isFree()
                                        ? "means.ledger.tariff.free"
                                        : "means.ledger.account." + line.account() + ".sentence"));
        if (line.booking() != null) {
            facts.with(
                    CvIcon.CALENDAR_CHECK,
                    Links.to(
                            LedgerPath.booking(here, line.booking()),
                            line.meansName().isEmpty() ? getTranslation("means.ledger.booking") : line.meansName()));
        }
        Integer minutes = line.usedMinutes();
        if (minutes != null) {
            facts.with(CvIcon.CLOCK, getTranslation("means.use.used", minutes / 60, minutes % 60));
        }
        facts.with(CvIcon.USER, line.person().isEmpty() ? getTranslation("means.trail.portal") : line.person());
        Pane pane = Pane.of(facts);
        if (line.corrects() != null) {
            pane.add(Links.to(
                    LedgerPath.line(here, line.corrects()), getTranslation("means.ledger.corrects", line.corrects())));
        }
        if (!line.words().isBlank()) {
            pane.add(new Paragraph(line.words()));
        }
        return pane;
    }

    private void deeds(Actor here, LedgerLine line) {
        if (line.mayClear(here)) {
            add(words("means.ledger.clear", text -> ledger.clear(here, id, text)));
        } else if (line.mayDispute(here)) {
            add(words("means.ledger.dispute", text -> ledger.dispute(here, id, text)));
        }
        if (line.mayCorrect(here)) {
            add(correction(here, line));
        }
    }

    /** One field and one button that says the deed. */
    private Pane words(String key, Say say) {
        TextArea words = Fields.area(getTranslation(key + ".words"), 500);
        words.setWidthFull();
        return new Pane(getTranslation(key + ".title"), words, Buttons.plain(getTranslation(key), () -> {
            try {
                say.run(words.getValue());
                Toasts.say(getTranslation("means.ledger.told"));
                show();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("words", words));
            }
        }));
    }

    private Pane correction(Actor here, LedgerLine line) {
        BigDecimalField less = new BigDecimalField(
                getTranslation("means.ledger.correct.less", line.amount().currency()));
        TextArea words = Fields.area(getTranslation("means.ledger.correct.words"), 500);
        words.setWidthFull();
        String key = UUID.randomUUID().toString();
        return new Pane(
                getTranslation("means.ledger.correct.title"),
                new Paragraph(getTranslation("means.ledger.correct.sentence")),
                less,
                words,
                Buttons.plain(getTranslation("means.ledger.correct"), () -> {
                    try {
                        ledger.correct(
                                here,
                                id,
                                Purse.minor(less.getValue(), line.amount().currency()),
                                words.getValue(),
                                key);
                        Toasts.say(getTranslation("means.ledger.corrected"));
                        show();
                    } catch (InvalidInput e) {
                        FormErrors.show(e, Map.of("amount", less, "words", words));
                    }
                }));
    }

    /** What is said of a line. */
    private interface Say {
        void run(String words);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
