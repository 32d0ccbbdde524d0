package org.convive.means.use.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.means.BookingLine;
import org.convive.means.use.Stage;
import org.convive.means.use.UsePage;
import org.convive.means.use.UsePage.Mark;
import org.convive.means.use.UseService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Markdown;
import org.convive.uikit.Notice;
import org.convive.uikit.Pane;
import org.convive.uikit.Steps;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Taking and giving back one booking: where it stands, and the next deed as one button. */
class UsePane extends Div {
    private final transient Actor actor;
    private final transient UseService uses;
    private final transient Pictures pictures;
    private final transient Clock clock;
    private final transient BookingLine booking;
    private final transient Runnable changed;

    UsePane(Actor actor, BookingLine booking, UseService uses, Pictures pictures, Clock clock, Runnable changed) {
        this.actor = actor;
        this.booking = booking;
        this.uses = uses;
        this.pictures = pictures;
        this.clock = clock;
        this.changed = changed;
        addClassNames("cv-stack", "cv-use");
        setVisible(false);
        if (!booking.blackout() && booking.mayKnow(actor)) {
            UsePage page = uses.page(actor, booking.id());
            setVisible(page.rules().checkIn() || page.in() != null || page.noShow() != null);
            if (isVisible()) {
                show(page);
            }
        }
    }

    private void show(UsePage page) {
        Pane pane = new Pane(getTranslation("means.use.title"));
        if (page.noShow() != null && page.in() == null) {
            pane.add(Notice.hot(new Paragraph(getTranslation(
                    "means.use.no-show", Dates.of(getLocale(), actor.zone()).dayAndTime(page.noShow())))));
        } else {
            pane.add(steps(page));
        }
        String instructions = page.rules().instructions();
        if (!instructions.isBlank() && page.out() == null) {
            pane.add(new Markdown(instructions));
        }
        deeds(page).forEach(pane::add);
        notes(page).forEach(pane::add);
        if (!page.photos().isEmpty()) {
            pane.add(photos(page));
        }
        if (page.in() != null) {
            pane.add(Links.button(
                    UsePath.report(actor, booking.means()) + "?booking=" + booking.id(),
                    getTranslation("means.use.damage.report"),
                    CvIcon.TRIANGLE_ALERT));
        }
        add(pane);
    }

    private Steps steps(UsePage page) {
        int reached = page.settled() != null ? 3 : page.out() != null ? 2 : page.in() != null ? 1 : 0;
        return new Steps(
                List.of(
                        new Steps.Step(getTranslation("means.use.step.booked"), booking.personName()),
                        new Steps.Step(getTranslation("means.use.step.taken"), both(page.in(), page.given())),
                        new Steps.Step(getTranslation("means.use.step.returned"), both(page.out(), page.returned())),
                        new Steps.Step(getTranslation("means.use.step.settled"), "")),
                reached);
    }

    /** Who said so, and who confirmed it. */
    private String both(@Nullable Mark said, @Nullable Mark confirmed) {
        if (said == null) {
            return "";
        }
        String when = Dates.of(getLocale(), actor.zone()).time(said.at()) + ", " + said.name();
        return confirmed == null ? when : when + " · " + getTranslation("means.use.confirmed", confirmed.name());
    }

    private List<Component> deeds(UsePage page) {
        var deeds = new ArrayList<Component>();
        if (page.mayCheckIn(actor, clock.instant())) {
            deeds.add(new ReadingForm(actor, page, Stage.IN, pictures, clock, reading -> {
                uses.checkIn(actor, booking.id(), reading);
                changed.run();
                Toasts.undo(getTranslation("means.use.taken"), () -> {
                    uses.undoCheckIn(actor, booking.id());
                    changed.run();
                });
            }));
        } else if (page.mayCheckOut(actor)) {
            deeds.add(new ReadingForm(actor, page, Stage.OUT, pictures, clock, reading -> {
                uses.checkOut(actor, booking.id(), reading);
                changed.run();
                Toasts.say(getTranslation("means.use.returned"));
            }));
        }
        for (Stage stage : Stage.values()) {
            if (page.mayConfirm(actor, stage)) {
                deeds.add(Buttons.hot(getTranslation("means.use.confirm." + stage), () -> confirm(stage)));
            }
        }
        return deeds;
    }

    private void confirm(Stage stage) {
        try {
            uses.confirm(actor, booking.id(), stage);
            Toasts.say(getTranslation("means.use.confirm.done"));
        } catch (InvalidInput e) {
            Toasts.sorry(getTranslation("means.use.error.returned"));
        }
        changed.run();
    }

    private List<Component> notes(UsePage page) {
        var notes = new ArrayList<Component>();
        if (!page.noteIn().isBlank()) {
            notes.add(new Paragraph(getTranslation("means.use.said.IN", page.noteIn())));
        }
        if (!page.noteOut().isBlank()) {
            notes.add(new Paragraph(getTranslation("means.use.said.OUT", page.noteOut())));
        }
        if (page.meterEnd() != null && page.meterStart() != null) {
            notes.add(new Paragraph(getTranslation(
                    "means.use.metered." + page.rules().meter(), page.meterEnd().subtract(page.meterStart()))));
        }
        Integer used = page.usedMinutes();
        if (used != null) {
            notes.add(new Paragraph(getTranslation("means.use.used", used / 60, used % 60)));
        }
        return notes;
    }

    private Div photos(UsePage page) {
        Div thumbs = new Div();
        thumbs.addClassName("cv-use-thumbs");
        page.photos()
                .forEach(photo -> thumbs.add(new Div(new Image(
                        UsePath.picture(actor, photo.picture()), getTranslation("means.use.photo." + photo.stage())))));
        return thumbs;
    }
}
