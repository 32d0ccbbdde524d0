package org.convive.newsletter.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.newsletter.Look;
import org.convive.newsletter.Looks;
import org.convive.newsletter.Template;
import org.convive.newsletter.Templates;
import org.convive.newsletter.series.Series;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The template of the cluster's letters, who has to approve them, who may read them, and when they are due. */
@Route("c/:cluster/newsletter/settings")
@PermitAll
@StyleSheet("convive/newsletter.css")
class LookView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Looks looks;
    private final transient Templates templates;
    private final transient Series series;
    private final transient Pictures pictures;
    private String pageTitle = "";

    LookView(Actors actors, Looks looks, Templates templates, Series series, Pictures pictures) {
        this.actors = actors;
        this.templates = templates;
        this.looks = looks;
        this.series = series;
        this.pictures = pictures;
        addClassNames("cv-page", "cv-nl-look");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        actor.requireAnimator();
        show(actor);
    }

    private void show(Actor actor) {
        pageTitle = getTranslation("newsletter.look.page-title", actor.clusterName());
        removeAll();
        add(
                new PageHeader(getTranslation("newsletter.look.title"), getTranslation("newsletter.look.sentence"))
                        .back(getTranslation("newsletter.all"), Pages.feed(actor)),
                template(actor, looks.of(actor.cluster())),
                new TemplatesPane(actor, templates, pictures),
                new RhythmPane(actor, series));
    }

    private Pane template(Actor actor, Look look) {
        TemplateFields worn = new TemplateFields(
                actor,
                pictures,
                new Template("", look.accent(), look.logo(), look.signatureEnglish(), look.signatureFrench()));
        Checkbox approval = new Checkbox(getTranslation("newsletter.look.approval"), look.approval());
        approval.setHelperText(getTranslation("newsletter.look.approval.help"));
        Checkbox archive = new Checkbox(getTranslation("newsletter.look.archive"), look.publicArchive());
        archive.setHelperText(getTranslation("newsletter.look.archive.help"));
        Div fields = new Div(worn, approval, archive);
        fields.addClassName("cv-stack");
        fields.add(Buttons.primary(getTranslation("newsletter.look.save"), () -> {
            try {
                Template chosen = worn.read("");
                looks.change(
                        actor,
                        new Look(
                                chosen.accent(),
                                chosen.logo(),
                                chosen.signatureEnglish(),
                                chosen.signatureFrench(),
                                approval.getValue(),
                                archive.getValue(),
                                look.version()));
                show(actor);
                Toasts.say(getTranslation("newsletter.look.saved"));
            } catch (InvalidInput e) {
                FormErrors.show(e, worn.named());
            } catch (StaleEdit e) {
                Toasts.sorry(getTranslation("newsletter.look.stale"));
            }
        }));
        return new Pane(getTranslation("newsletter.look.template"), fields);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
