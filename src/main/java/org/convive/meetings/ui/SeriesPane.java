package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The other dates of a meeting that repeats, each with one's own answer. */
@org.springframework.stereotype.Component
class SeriesPane implements MeetingPane {
    private static final int SHOWN = 8;

    private final MeetingQueries queries;
    private final MeetingService meetings;
    private final Clock clock;

    SeriesPane(MeetingQueries queries, MeetingService meetings, Clock clock) {
        this.queries = queries;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        List<MeetingCard> all = queries.series(actor, page.card().id());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        var wording = new Wording(actor);
        List<MeetingCard> others = all.stream()
                .filter(card -> !card.id().equals(page.card().id()) && card.isDated() && !card.isOver(now))
                .toList();
        Pane pane = new Pane(text("meetings.series", all.size()));
        var list = new UnorderedList();
        list.addClassName("cv-meeting-people");
        others.stream().limit(SHOWN).forEach(card -> list.add(row(wording, card)));
        pane.add(list);
        MyAnswer mine = page.card().mine();
        List<MeetingCard> open = others.stream()
                .filter(card -> card.takesAnswers(now)
                        && (mine == null || card.mine() == null || card.mine().answer() != mine.answer()))
                .toList();
        if (mine != null && !open.isEmpty()) {
            pane.add(Buttons.plain(text("meetings.series.same", open.size()), () -> {
                open.forEach(card -> {
                    var unused = meetings.answer(actor, card.id(), mine.answer(), 0);
                });
                Toasts.say(text("meetings.series.said", open.size()));
                reload.run();
            }));
        }
        return Optional.of(pane);
    }

    private static ListItem row(Wording wording, MeetingCard card) {
        Anchor day =
                new Anchor(wording.href(card.id()), Wording.dates(card.zone()).dayAndTime(card.from()));
        day.addClassNames("cv-link", "cv-grow");
        ListItem item = new ListItem(day);
        MyAnswer mine = card.mine();
        if (card.cancelled()) {
            item.add(Badges.bad(text("meetings.cancelled")));
        } else if (mine != null) {
            item.add(Badges.glass(text("meetings.you-said." + mine.answer())));
        }
        return item;
    }
}
