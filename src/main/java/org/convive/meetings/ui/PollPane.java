package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.identity.ui.WaitingChanged;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.DateOption;
import org.convive.meetings.planning.DatePoll;
import org.convive.meetings.planning.DatePolls;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.Suits;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** Looking for a date: a row for each, the best one named with its reason; the organiser chooses. */
@org.springframework.stereotype.Component
class PollPane implements MeetingPane {
    private final DatePolls polls;
    private final PlanningQueries queries;
    private final Clock clock;

    PollPane(DatePolls polls, PlanningQueries queries, Clock clock) {
        this.polls = polls;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (page.card().stage() != Stage.DATES) {
            return Optional.empty();
        }
        return Optional.of(new Poll(actor, page, reload));
    }

    /** The rows; an answer changes what they say and leaves the controls where they are. */
    private final class Poll extends Pane {
        private final transient Actor actor;
        private final transient MeetingPage page;
        private final transient Runnable reload;
        private final transient List<PollRow> rows = new ArrayList<>();

        Poll(Actor actor, MeetingPage page, Runnable reload) {
            super(text("meetings.poll.title"));
            this.actor = actor;
            this.page = page;
            this.reload = reload;
            addClassName("cv-poll");
            DatePoll poll = queries.poll(actor, page.card().id());
            boolean open = poll.takesVotes(clock.instant()) && !page.card().cancelled();
            deadline(poll, open);
            Paragraph sentence = new Paragraph(sentence(poll, open));
            sentence.addClassName("cv-q");
            add(sentence);
            for (DateOption option : poll.options()) {
                PollRow row = new PollRow(actor, option, poll.zone(), open ? suits -> vote(option.id(), suits) : null);
                if (page.mayChange() && !page.card().cancelled()) {
                    row.choosable(() -> ChooseDialog.ask(polls, actor, page, option, poll.zone(), reload));
                }
                rows.add(row);
                add(row);
            }
            proposed(poll);
            if (open) {
                add(Buttons.quiet(
                        text("meetings.poll.another"),
                        () -> new AnotherTimeDialog(polls, actor, page.card().id(), poll.zone(), reload).open()));
            }
            show(poll);
        }

        private void deadline(DatePoll poll, boolean open) {
            Instant until = poll.until();
            if (until != null) {
                String when = Wording.dates(poll.zone()).relative(until, clock.instant());
                aside(
                        open
                                ? Badges.with(CvIcon.CLOCK, Badges.hot(text("meetings.poll.closes", when)))
                                : Badges.quiet(text("meetings.poll.closed", when)));
            }
        }

        private String sentence(DatePoll poll, boolean open) {
            String zone = poll.zone().equals(actor.zone())
                    ? ""
                    : " " + text("meetings.poll.zone", poll.zone().getId());
            if (poll.options().isEmpty()) {
                return text("meetings.poll.empty");
            }
            return text(open ? "meetings.poll.sentence" : "meetings.poll.closed.sentence") + zone;
        }

        private void proposed(DatePoll poll) {
            for (DateOption option : poll.proposed()) {
                PollRow row = new PollRow(actor, option, poll.zone(), null);
                if (page.mayChange()) {
                    row.end(new Div(
                            Buttons.plain(text("meetings.poll.accept"), () -> decide(option, true)),
                            Buttons.quiet(text("meetings.poll.decline"), () -> decide(option, false))));
                }
                row.note(text("meetings.poll.proposed-by", option.proposedBy()));
                add(row);
            }
        }

        private void decide(DateOption option, boolean accepted) {
            polls.decide(actor, page.card().id(), option.id(), accepted);
            Toasts.say(text(accepted ? "meetings.poll.accepted" : "meetings.poll.declined"));
            reload.run();
        }

        private void vote(long option, Suits suits) {
            try {
                Map<Long, Suits> before = polls.vote(actor, page.card().id(), Map.of(option, suits), Source.PORTAL);
                Toasts.undo(text("meetings.poll.said." + suits), () -> undo(option, before.get(option)));
                WaitingChanged.tell();
            } catch (InvalidInput e) {
                Toasts.sorry(e.fields().values().stream()
                        .map(message -> text(message.key(), message.args().toArray()))
                        .findFirst()
                        .orElse(""));
            } catch (NotFoundException e) {
                Toasts.sorry(text("meetings.poll.gone"));
                reload.run();
                return;
            }
            show(queries.poll(actor, page.card().id()));
        }

        private void undo(long option, @org.jspecify.annotations.Nullable Suits before) {
            if (before == null) {
                polls.unvote(actor, page.card().id(), option);
            } else {
                var unused = polls.vote(actor, page.card().id(), Map.of(option, before), Source.PORTAL);
            }
            WaitingChanged.tell();
            show(queries.poll(actor, page.card().id()));
        }

        private void show(DatePoll poll) {
            getElement().getClassList().set("cv-hot", poll.takesVotes(clock.instant()) && !poll.iAnswered());
            getElement()
                    .getClassList()
                    .set("cv-cut", poll.iAnswered() && !poll.options().isEmpty());
            for (PollRow row : rows) {
                poll.option(row.option())
                        .ifPresent(option -> row.show(
                                option,
                                poll.best()
                                        .filter(best -> best.option() == option.id())
                                        .orElse(null)));
            }
        }
    }

    /** What stands in place of nothing. */
    static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("cv-q");
        return span;
    }
}
