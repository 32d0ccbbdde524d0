package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.Source;
import org.convive.meetings.Stage;
import org.convive.meetings.planning.Interest;
import org.convive.meetings.planning.Interests;
import org.convive.meetings.planning.PlanningQueries;
import org.convive.meetings.planning.PlanningQueries.Interested;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Faces;
import org.convive.uikit.Pane;
import org.convive.uikit.Rsvp;
import org.convive.uikit.Toasts;

/** An idea: would you come, could you host, or shall we keep you posted; and who said so. */
@org.springframework.stereotype.Component
class IdeaPane implements MeetingPane {
    private final Interests interests;
    private final PlanningQueries queries;

    IdeaPane(Interests interests, PlanningQueries queries) {
        this.interests = interests;
        this.queries = queries;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        if (page.card().stage() != Stage.IDEA) {
            return Optional.empty();
        }
        return Optional.of(new Question(actor, page));
    }

    /** The question, and below it who said what. */
    private final class Question extends Pane {
        private final transient Actor actor;
        private final transient MeetingPage page;
        private final Rsvp<Interest> rsvp;
        private final Div company = new Div();

        Question(Actor actor, MeetingPage page) {
            super(text("meetings.idea.question"));
            addClassName("cv-meeting-idea");
            this.actor = actor;
            this.page = page;
            company.addClassName("cv-stack");
            rsvp = new Rsvp<>(
                    text("meetings.idea.question"),
                    List.of(
                            new Rsvp.Option<>(Interest.WOULD_COME, Rsvp.Kind.YES, text("meetings.idea.WOULD_COME")),
                            new Rsvp.Option<>(Interest.COULD_HOST, Rsvp.Kind.MAYBE, text("meetings.idea.COULD_HOST")),
                            new Rsvp.Option<>(
                                    Interest.KEEP_POSTED, Rsvp.Kind.POSTED, text("meetings.idea.KEEP_POSTED"))));
            rsvp.wide().addClassName("cv-words");
            rsvp.onAnswer(this::say);
            if (!page.card().cancelled()) {
                add(rsvp);
            }
            add(company);
            fill();
        }

        private void say(Interest interest) {
            try {
                Optional<Interest> before = interests.say(actor, page.card().id(), interest, Source.PORTAL);
                Toasts.undo(text("meetings.idea.said." + interest), () -> undo(before));
            } catch (InvalidInput e) {
                Toasts.sorry(text("meetings.idea.error.over"));
            }
            fill();
        }

        private void undo(Optional<Interest> before) {
            before.ifPresentOrElse(
                    former -> {
                        var unused = interests.say(actor, page.card().id(), former, Source.PORTAL);
                    },
                    () -> interests.unsay(actor, page.card().id()));
            fill();
        }

        private void fill() {
            List<Interested> all = queries.interested(actor, page.card().id());
            Optional<Interest> mine = all.stream()
                    .filter(one -> one.person().equals(actor.person()))
                    .map(Interested::interest)
                    .findFirst();
            rsvp.answered(mine.orElse(null));
            getElement().getClassList().set("cv-hot", mine.isEmpty());
            getElement().getClassList().set("cv-cut", mine.isPresent());
            company.removeAll();
            if (all.isEmpty()) {
                Paragraph first = new Paragraph(text("meetings.idea.nobody"));
                first.addClassName("cv-q");
                company.add(first);
            }
            group(all, Interest.WOULD_COME);
            group(all, Interest.COULD_HOST);
        }

        private void group(List<Interested> all, Interest interest) {
            List<Interested> those =
                    all.stream().filter(one -> one.interest() == interest).toList();
            if (!those.isEmpty()) {
                var wording = new Wording(actor);
                var faces = new Faces(
                        those.stream()
                                .map(one -> wording.portrait(one.name(), one.organisation(), one.picture()))
                                .toList(),
                        8,
                        those.size());
                company.add(new Div(new H3(text("meetings.idea.count." + interest, those.size())), faces));
            }
        }
    }
}
