package org.convive.directory.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Objects;
import org.convive.directory.ClusterKind;
import org.convive.directory.ClusterQueries;
import org.convive.directory.ClusterQueries.Settings;
import org.convive.directory.Clusters;
import org.convive.directory.Competences;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.DirectoryQueries.Competence;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.Links;
import org.convive.uikit.MarkdownField;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The animators' page of what the cluster says of itself. */
@Route("c/:cluster/settings")
@PermitAll
@StyleSheet("convive/directory.css")
class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient ClusterQueries clusters;
    private final transient Clusters deeds;
    private final transient DirectoryQueries directory;
    private final transient Competences competences;
    private final TextField name = Fields.text(getTranslation("directory.field.cluster-name"), 200);
    private final Select<ClusterKind> kind = new Select<>();
    private final TextField territory = Fields.text(getTranslation("directory.field.territory"), 200);
    private final TextField specialisation = Fields.text(getTranslation("directory.field.specialisation"), 200);
    private final TextField town = Fields.text(getTranslation("directory.field.seat"), 200);
    private final TextField place = Fields.text(getTranslation("directory.field.place"), 60);
    private final TextField website = Fields.text(getTranslation("directory.field.website"), 500);
    private final MarkdownField presentation = new MarkdownField(getTranslation("directory.presentation"), 10_000);
    private final Checkbox isPublic = new Checkbox(getTranslation("directory.field.public"));
    private transient @Nullable Actor actor;
    private int version;

    SettingsView(
            Actors actors,
            ClusterQueries clusters,
            Clusters deeds,
            DirectoryQueries directory,
            Competences competences) {
        this.actors = actors;
        this.clusters = clusters;
        this.deeds = deeds;
        this.directory = directory;
        this.competences = competences;
        addClassName("cv-page");
        kind.setLabel(getTranslation("directory.filter.kind"));
        kind.setItems(ClusterKind.values());
        kind.setItemLabelGenerator(Here::name);
        place.setHelperText(getTranslation("directory.field.place.help"));
        isPublic.setHelperText(getTranslation("directory.field.public.help"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        here().requireAnimator();
        Settings settings = clusters.settings(here());
        show(settings);
        Div form = new Div(name, kind, territory, specialisation, town, place, website, presentation, isPublic);
        form.addClassName("cv-dir-form");
        PageHeader header = new PageHeader(
                getTranslation("directory.settings.title"), getTranslation("directory.settings.sentence"));
        if (settings.details().isPublic()) {
            header.action(Links.button(
                    "clusters/" + here().slug(), getTranslation("directory.settings.public-page"), CvIcon.GLOBE));
        }
        removeAll();
        add(header, Pane.of(form, Buttons.primary(getTranslation("directory.save"), this::save)), competencesPane());
    }

    private void show(Settings settings) {
        Clusters.Details details = settings.details();
        name.setValue(details.name());
        kind.setValue(details.kind());
        territory.setValue(details.territory());
        specialisation.setValue(details.specialisation());
        town.setValue(details.town());
        place.setValue(Here.coordinates(details.place()));
        website.setValue(details.website());
        presentation.setValue(details.presentation());
        isPublic.setValue(details.isPublic());
        version = settings.version();
    }

    private void save() {
        Map<String, HasValidationProperties> fields = Map.of(
                "name", name,
                "territory", territory,
                "specialisation", specialisation,
                "town", town,
                "place", place,
                "website", website,
                "presentation", presentation);
        if (Saving.run(fields, () -> deeds.update(here(), details(), version))) {
            show(clusters.settings(here()));
            Toasts.say(getTranslation("directory.saved"));
        }
    }

    private Clusters.Details details() {
        return new Clusters.Details(
                name.getValue(),
                kind.getValue(),
                territory.getValue(),
                specialisation.getValue(),
                town.getValue(),
                Here.place(place.getValue()),
                presentation.getValue(),
                website.getValue(),
                isPublic.getValue());
    }

    private Pane competencesPane() {
        var list = Fields.area(getTranslation("directory.settings.competences"), 50_000);
        list.setHelperText(getTranslation("directory.settings.competences.help"));
        list.setValue(String.join(
                "\n",
                directory.competences(here()).stream()
                        .filter(Competence::managed)
                        .map(Competence::name)
                        .toList()));
        list.setWidthFull();
        return new Pane(
                getTranslation("directory.competences"),
                list,
                Buttons.plain(getTranslation("directory.settings.competences.save"), () -> {
                    if (Saving.run(
                            Map.of("competences", list),
                            () -> competences.manage(
                                    here(), list.getValue().lines().toList()))) {
                        Toasts.say(getTranslation("directory.saved"));
                    }
                }));
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.page-title", getTranslation("directory.settings.title"), here().clusterName());
    }
}
