package org.convive.means.use.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.UUID;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.BookingId;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.Unit;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Something is broken: which unit, what, photos, and whether it can still be used. */
@Route("c/:cluster/means/:means([0-9]{1,18})/damage")
@PermitAll
@StyleSheet("convive/means-use.css")
class DamageReportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient DamageService damages;
    private final transient Pictures pictures;
    private String title = "";

    DamageReportView(Actors actors, MeansQueries queries, DamageService damages, Pictures pictures) {
        this.actors = actors;
        this.queries = queries;
        this.damages = damages;
        this.pictures = pictures;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        Means means =
                queries.get(here, new MeansId(ViewActor.id(event, "means"))).means();
        title = getTranslation("means.page-title", getTranslation("means.use.damage.title"), here.clusterName());
        QueryParameters asked = event.getLocation().getQueryParameters();
        removeAll();
        add(
                new PageHeader(getTranslation("means.use.damage.title"), getTranslation("means.use.damage.sentence"))
                        .back(means.name(), UsePath.means(here, means.id())),
                form(
                        here,
                        means,
                        booking(asked),
                        asked.getSingleParameter("unit").orElse("")));
    }

    private static @Nullable BookingId booking(QueryParameters asked) {
        return asked.getSingleParameter("booking")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new BookingId(Long.parseLong(text)))
                .orElse(null);
    }

    private Pane form(Actor here, Means means, @Nullable BookingId booking, String askedUnit) {
        Select<Unit> unit = new Select<>();
        unit.setLabel(getTranslation("means.use.damage.unit"));
        unit.setItems(means.units());
        unit.setItemLabelGenerator(Unit::name);
        unit.setValue(means.units().stream()
                .filter(one -> String.valueOf(one.id()).equals(askedUnit))
                .findFirst()
                .orElse(means.units().size() == 1 ? means.units().getFirst() : null));
        TextArea words = Fields.area(getTranslation("means.use.damage.words"), 2_000);
        words.setRequiredIndicatorVisible(true);
        Checkbox usable = new Checkbox(getTranslation("means.use.damage.usable"));
        usable.setHelperText(getTranslation("means.use.damage.usable.help"));
        PhotoField photos = new PhotoField(here, pictures);
        String key = UUID.randomUUID().toString();
        Div fields = new Div(unit, words, usable, photos);
        fields.addClassName("cv-stack");
        return Pane.of(fields, Buttons.danger(getTranslation("means.use.damage.deed"), () -> {
            Unit chosen = unit.getValue();
            try {
                long id = damages.report(
                        here,
                        new DamageReport(
                                means.id(),
                                chosen == null ? 0 : chosen.id(),
                                booking,
                                words.getValue(),
                                !usable.getValue(),
                                photos.pictures(),
                                key));
                UI.getCurrent().navigate(UsePath.damage(here, id));
                Toasts.say(getTranslation("means.use.damage.done"));
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("unit", unit, "words", words));
            }
        }));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
