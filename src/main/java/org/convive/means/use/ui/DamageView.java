package org.convive.means.use.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.use.Damage;
import org.convive.means.use.Damage.Hit;
import org.convive.means.use.DamageService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.DateTile;
import org.convive.uikit.Dates;
import org.convive.uikit.DayList;
import org.convive.uikit.DayRow;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Status;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** One damage: what it is, the bookings it hits and where they could go, and the owner's word that it works again. */
@Route("c/:cluster/damage/:damage([0-9]{1,18})")
@PermitAll
@StyleSheet("convive/means.css")
@StyleSheet("convive/means-use.css")
class DamageView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DamageService damages;
    private final transient HitDeeds deeds;
    private transient @Nullable Actor actor;
    private long id;
    private String title = "";

    DamageView(Actors actors, DamageService damages, HitDeeds deeds) {
        this.actors = actors;
        this.damages = damages;
        this.deeds = deeds;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        id = ViewActor.id(event, "damage");
        show();
    }

    private void show() {
        Actor here = Objects.requireNonNull(actor);
        Damage damage = damages.damage(here, id);
        Dates dates = Dates.of(getLocale(), here.zone());
        String name = getTranslation("means.use.damage.of", damage.meansName(), damage.unitName());
        title = getTranslation("means.page-title", name, here.clusterName());
        removeAll();
        add(new PageHeader(
                        name,
                        getTranslation("means.use.damage.by", damage.reporter(), dates.dayAndTime(damage.reported())))
                .back(damage.meansName(), UsePath.means(here, damage.means())));
        add(what(damage, dates));
        List<Hit> hits = damages.hits(here, damage);
        if (!hits.isEmpty()) {
            add(hits(here, damage, hits));
        }
        if (damage.open() && here.maySpeakFor(damage.owner())) {
            add(release(here, damage));
        }
    }

    private Pane what(Damage damage, Dates dates) {
        Pane pane = Pane.of(
                damage.blocked()
                        ? Status.bad(getTranslation("means.use.damage.state.blocked"))
                        : damage.open()
                                ? Status.waiting(getTranslation("means.use.damage.state.open"))
                                : Status.ok(getTranslation("means.use.damage.state.released")),
                new Paragraph(damage.words()));
        if (!damage.photos().isEmpty()) {
            Div thumbs = new Div();
            thumbs.addClassName("cv-use-thumbs");
            damage.photos()
                    .forEach(photo -> thumbs.add(new Div(new Image(
                            UsePath.picture(Objects.requireNonNull(actor), photo),
                            getTranslation("means.use.damage.photo")))));
            pane.add(thumbs);
        }
        if (damage.released() != null) {
            pane.add(new Paragraph(getTranslation(
                    "means.use.damage.released-by", damage.releaser(), dates.dayAndTime(damage.released()))));
            if (!damage.releaseWords().isBlank()) {
                pane.add(new Paragraph(damage.releaseWords()));
            }
        }
        return pane;
    }

    private Pane hits(Actor here, Damage damage, List<Hit> hits) {
        return new Pane(
                getTranslation("means.use.damage.hits", hits.size()),
                new Paragraph(getTranslation("means.use.damage.hits.sentence")),
                new DayList(hits.stream().map(hit -> row(here, damage, hit)).toList()));
    }

    private DayRow row(Actor here, Damage damage, Hit hit) {
        var booking = hit.booking();
        Dates dates = Dates.of(getLocale(), here.zone());
        return new DayRow(
                        new DateTile(booking.from().atZone(here.zone()).toLocalDate(), getLocale()),
                        booking.organisationName(),
                        UsePath.booking(here, booking.id()),
                        dates.range(booking.from(), booking.to()))
                .line(new HitOptions(here, damage, hit, deeds, booked -> show()));
    }

    private Pane release(Actor here, Damage damage) {
        TextArea words = Fields.area(getTranslation("means.use.damage.release.words"), 2_000);
        words.setWidthFull();
        return new Pane(
                getTranslation("means.use.damage.release.title"),
                words,
                Buttons.primary(getTranslation("means.use.damage.release"), CvIcon.CHECK, () -> {
                    try {
                        damages.release(here, damage.id(), words.getValue());
                        Toasts.say(getTranslation("means.use.damage.release.done"));
                        show();
                    } catch (InvalidInput e) {
                        FormErrors.show(e, Map.of("words", words));
                    }
                }));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
