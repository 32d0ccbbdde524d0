package org.convive.means.use.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** How the owner wants a means to be handed over. */
@Route("c/:cluster/means/:means([0-9]{1,18})/use")
@PermitAll
@StyleSheet("convive/means-use.css")
class UseRulesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient UseService uses;
    private final Checkbox checkIn = new Checkbox(getTranslation("means.use.rule.check-in"));
    private final IntegerField noShow = new IntegerField(getTranslation("means.use.rule.no-show"));
    private final Checkbox confirms = new Checkbox(getTranslation("means.use.rule.confirms"));
    private final Select<Meter> meter = new Select<>();
    private final MarkdownField instructions = new MarkdownField(getTranslation("means.use.rule.instructions"), 5_000);
    private transient @Nullable Actor actor;
    private transient @Nullable MeansId id;
    private int version;
    private String title = "";

    UseRulesView(Actors actors, MeansQueries queries, UseService uses) {
        this.actors = actors;
        this.queries = queries;
        this.uses = uses;
        addClassName("cv-page");
        checkIn.setHelperText(getTranslation("means.use.rule.check-in.help"));
        noShow.setHelperText(getTranslation("means.use.rule.no-show.help"));
        noShow.setMin(0);
        confirms.setHelperText(getTranslation("means.use.rule.confirms.help"));
        meter.setLabel(getTranslation("means.use.rule.meter"));
        meter.setItems(Meter.values());
        meter.setItemLabelGenerator(one -> getTranslation("means.use.rule.meter." + one));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        Means means =
                queries.get(here, new MeansId(ViewActor.id(event, "means"))).means();
        here.requireVoiceOf(means.owner());
        id = means.id();
        title = getTranslation("means.page-title", getTranslation("means.use.rules"), here.clusterName());
        show(uses.rules(here, means.id()));
        Div form = new Div(checkIn, noShow, confirms, meter, instructions);
        form.addClassName("cv-stack");
        removeAll();
        add(
                new PageHeader(getTranslation("means.use.rules"), getTranslation("means.use.rules.sentence"))
                        .back(means.name(), UsePath.means(here, means.id())),
                Pane.of(form, Buttons.primary(getTranslation("means.save"), this::save)));
    }

    private void show(UseRules rules) {
        checkIn.setValue(rules.checkIn());
        noShow.setValue(rules.noShowMinutes());
        confirms.setValue(rules.ownerConfirms());
        meter.setValue(rules.meter());
        instructions.setValue(rules.instructions());
        version = rules.version();
    }

    private void save() {
        Actor here = Objects.requireNonNull(actor);
        MeansId means = Objects.requireNonNull(id);
        try {
            uses.change(
                    here,
                    means,
                    new UseRules(
                            checkIn.getValue(),
                            noShow.getValue() == null ? 0 : noShow.getValue(),
                            confirms.getValue(),
                            meter.getValue(),
                            instructions.getValue(),
                            version));
            show(uses.rules(here, means));
            Toasts.say(getTranslation("means.saved"));
        } catch (StaleEdit e) {
            Toasts.sorry(getTranslation("means.stale"));
        } catch (InvalidInput e) {
            FormErrors.show(e, Map.of("noShowMinutes", noShow, "instructions", instructions));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
