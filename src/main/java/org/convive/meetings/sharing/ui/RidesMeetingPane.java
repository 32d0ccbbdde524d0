package org.convive.meetings.sharing.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.MeetingCard.MyAnswer;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.sharing.Ride;
import org.convive.meetings.sharing.Rides;
import org.convive.meetings.ui.MeetingPane;
import org.convive.meetings.ui.Say;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.FormErrors;
import org.convive.uikit.IconTile;
import org.convive.uikit.Pane;
import org.convive.uikit.Pickers;
import org.convive.uikit.Toasts;

/** On the page of a meeting one comes to: seats in cars, and how to reach those in one's own car. */
@org.springframework.stereotype.Component
class RidesMeetingPane implements MeetingPane {
    private final Rides rides;
    private final DirectoryQueries directory;

    RidesMeetingPane(Rides rides, DirectoryQueries directory) {
        this.rides = rides;
        this.directory = directory;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Optional<Component> render(Actor actor, MeetingPage page, Runnable reload) {
        MyAnswer mine = page.card().mine();
        boolean comes = mine != null && (mine.answer() == Answer.YES || mine.answer() == Answer.MAYBE);
        if (!comes
                || !page.card().isDated()
                || page.card().cancelled()
                || page.card().stage().isAfter()
                || page.card().where().isEmpty()) {
            return Optional.empty();
        }
        List<String> places = directory.sites(actor).stream()
                .filter(site -> site.organisation().equals(actor.organisation()))
                .map(site -> site.town().isEmpty() ? site.name() : site.town())
                .filter(place -> !place.isBlank())
                .distinct()
                .toList();
        return Optional.of(new Cars(rides, actor, page.card().id(), places));
    }

    /** The pane itself. */
    @StyleSheet("convive/meeting-parts.css")
    static final class Cars extends Pane {
        private final transient Rides rides;
        private final transient Actor actor;
        private final transient MeetingId meeting;
        private final List<String> places;
        private final Div body = new Div();

        Cars(Rides rides, Actor actor, MeetingId meeting, List<String> places) {
            super(text("meetings.rides.title"));
            this.rides = rides;
            this.actor = actor;
            this.meeting = meeting;
            this.places = places;
            body.addClassName("cv-stack");
            add(body);
            fill();
        }

        private void fill() {
            body.removeAll();
            List<Ride> all = rides.list(actor, meeting);
            if (all.isEmpty()) {
                body.add(quiet("meetings.rides.none"));
            }
            var list = new UnorderedList();
            list.addClassNames("cv-meeting-people", "cv-divided");
            list.getElement().setAttribute("role", "list");
            boolean drives = all.stream().anyMatch(Ride::mine);
            all.forEach(ride -> list.add(row(ride, drives)));
            body.add(list);
            all.stream()
                    .filter(ride -> !ride.company().isEmpty())
                    .findFirst()
                    .ifPresent(ride -> body.add(contacts(ride)));
            Ride own = all.stream().filter(Ride::mine).findFirst().orElse(null);
            Details form = new Details(text(own == null ? "meetings.rides.drive" : "meetings.rides.change"), form(own));
            form.setOpened(false);
            body.add(form, quiet("meetings.rides.erased"));
        }

        private ListItem row(Ride ride, boolean drives) {
            String when = ride.at() == null
                    ? ride.leaves()
                    : ride.leaves() + ", "
                            + Dates.time(ride.at(), UI.getCurrent().getLocale());
            Span place = new Span(when);
            place.addClassName("cv-strong");
            Span seats = new Span(
                    text(ride.mine() ? "meetings.rides.mine" : "meetings.rides.free", ride.free(), ride.taken()));
            seats.addClassNames("cv-q", "cv-small");
            Div words = new Div(place, seats);
            words.addClassName("cv-grow");
            ListItem row = new ListItem(new IconTile(CvIcon.CAR), words);
            if (ride.mine()) {
                row.add(Buttons.icon(CvIcon.X, text("meetings.rides.withdraw"), () -> {
                    rides.withdraw(actor, meeting);
                    Toasts.say(text("meetings.rides.withdrawn"));
                    fill();
                }));
            } else if (ride.joined()) {
                row.add(Buttons.plain(text("meetings.rides.leave"), () -> {
                    rides.leave(actor, meeting);
                    Toasts.undo(text("meetings.rides.left"), () -> join(ride));
                    fill();
                }));
            } else if (ride.free() > 0 && !drives) {
                var join = Buttons.plain(text("meetings.rides.join"), () -> join(ride));
                join.setAriaLabel(text("meetings.rides.join.from", ride.leaves()));
                row.add(join);
            }
            return row;
        }

        private void join(Ride ride) {
            Say.orSorry(() -> {
                rides.join(actor, meeting, ride.id());
                Toasts.undo(text("meetings.rides.joined"), () -> {
                    rides.leave(actor, meeting);
                    fill();
                });
            });
            fill();
        }

        private Div contacts(Ride ride) {
            var list = new UnorderedList();
            list.addClassName("cv-meeting-people");
            ride.company().stream()
                    .filter(contact -> !contact.email().equals(actor.email().value()))
                    .forEach(contact -> {
                        Span name = new Span(
                                contact.driver() ? text("meetings.rides.driver", contact.name()) : contact.name());
                        name.addClassName("cv-strong");
                        Div words = new Div(name, link("mailto:", contact.email()));
                        if (!contact.phone().isBlank()) {
                            words.add(link("tel:", contact.phone()));
                        }
                        list.add(new ListItem(words));
                    });
            return new Div(list);
        }

        private static Anchor link(String scheme, String address) {
            Anchor link = new Anchor(scheme + address.replace(" ", ""), address);
            link.addClassName("cv-link");
            return link;
        }

        private Div form(@org.jspecify.annotations.Nullable Ride own) {
            var leaves = new ComboBox<String>(text("meetings.rides.field.leaves"));
            leaves.setItems(places);
            leaves.setAllowCustomValue(true);
            leaves.addCustomValueSetListener(e -> leaves.setValue(e.getDetail()));
            TimePicker at = Pickers.time(
                    text("meetings.rides.field.at"), UI.getCurrent().getLocale());
            var seats = new IntegerField(text("meetings.rides.field.seats"));
            seats.setMin(1);
            seats.setMax(8);
            seats.setStepButtonsVisible(true);
            seats.setValue(own == null ? 3 : own.seats());
            if (own != null) {
                leaves.setValue(own.leaves());
                at.setValue(own.at());
            } else if (!places.isEmpty()) {
                leaves.setValue(places.getFirst());
            }
            leaves.setWidthFull();
            Div form = new Div(leaves, at, seats, Buttons.primary(text("meetings.rides.offer"), () -> {
                try {
                    rides.offer(
                            actor,
                            meeting,
                            Objects.requireNonNullElse(leaves.getValue(), ""),
                            at.getValue(),
                            Objects.requireNonNullElse(seats.getValue(), 0));
                    Toasts.say(text("meetings.rides.offered"));
                    fill();
                } catch (InvalidInput e) {
                    FormErrors.show(e, Map.of("leaves", leaves, "seats", seats));
                }
            }));
            form.addClassName("cv-stack");
            return form;
        }

        private static Paragraph quiet(String key) {
            Paragraph words = new Paragraph(text(key));
            words.addClassNames("cv-q", "cv-small");
            return words;
        }
    }
}
