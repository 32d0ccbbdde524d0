package org.convive.means.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.MeansDetail;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.catalogue.Words;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Where an owner shares a means, or changes one. */
@Route("c/:cluster/means/new")
@RouteAlias("c/:cluster/means/:means([0-9]{1,18})/edit")
@PermitAll
@StyleSheet("convive/means.css")
class MeansEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient MeansService service;
    private final transient Pictures pictures;
    private final transient DirectoryQueries directory;
    private final transient Words words;
    private final Div photo = new Div();
    private transient @Nullable Actor actor;
    private transient @Nullable MeansDetail before;
    private @Nullable Long picture;
    private String title = "";

    MeansEditView(
            Actors actors,
            MeansQueries queries,
            MeansService service,
            Pictures pictures,
            DirectoryQueries directory,
            Words words) {
        this.directory = directory;
        this.words = words;
        this.actors = actors;
        this.queries = queries;
        this.service = service;
        this.pictures = pictures;
        addClassName("cv-page");
        photo.addClassName("cv-row");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        MeansForm form = new MeansForm(here.zone(), getLocale(), directory.organisations(here), words.all(here));
        if (event.getRouteParameters().get("means").isPresent()) {
            MeansDetail detail = queries.get(here, new MeansId(ViewActor.id(event, "means")));
            here.requireVoiceOf(detail.means().owner());
            before = detail;
            picture = detail.means().picture();
            form.show(detail);
        } else {
            here.requireVoiceOf(here.requireOrganisation());
            before = null;
            picture = null;
            form.startWithOneUnit();
        }
        String heading = before == null
                ? getTranslation("means.share")
                : getTranslation("means.edit.title", before.means().name());
        title = getTranslation("means.page-title", heading, here.clusterName());
        Div actions = new Div(
                Buttons.primary(getTranslation(before == null ? "means.share.deed" : "means.save"), () -> save(form)),
                Buttons.quiet(getTranslation("means.cancel"), this::leave));
        actions.addClassName("cv-row");
        if (before != null) {
            boolean withdrawn = before.withdrawn();
            actions.add(Buttons.plain(
                    getTranslation(withdrawn ? "means.return" : "means.withdraw"), () -> withdraw(!withdrawn)));
        }
        removeAll();
        add(
                new PageHeader(heading, getTranslation("means.edit.sentence"))
                        .back(getTranslation("means.title"), MeansPath.all(here)),
                new Pane(getTranslation("means.form.photo"), photo),
                form,
                actions);
        showPhoto();
    }

    private void save(MeansForm form) {
        FormErrors.clear(form.fields());
        try {
            MeansDetail old = before;
            if (old == null) {
                MeansId id = service.share(here(), here().requireOrganisation(), form.draft(picture));
                UI.getCurrent().navigate(MeansPath.of(here(), id));
            } else {
                service.change(here(), old.means().id(), form.draft(picture), old.version());
                leave();
            }
            Toasts.say(getTranslation("means.saved"));
        } catch (InvalidInput e) {
            FormErrors.show(e, form.fields());
        } catch (StaleEdit e) {
            Toasts.sorry(getTranslation("means.stale"));
        }
    }

    private void withdraw(boolean withdrawn) {
        MeansId id = Objects.requireNonNull(before).means().id();
        service.withdraw(here(), id, withdrawn);
        leave();
        Toasts.undo(
                getTranslation(withdrawn ? "means.withdrawn" : "means.returned"),
                () -> service.withdraw(here(), id, !withdrawn));
    }

    private void leave() {
        UI.getCurrent()
                .navigate(
                        before == null
                                ? MeansPath.all(here())
                                : MeansPath.of(here(), before.means().id()));
    }

    private void showPhoto() {
        photo.removeAll();
        String path = MeansPath.picture(here(), picture);
        if (path != null) {
            Div frame = new Div(new Image(path, ""));
            frame.addClassName("cv-thumb");
            photo.add(frame, Buttons.quiet(getTranslation("means.form.photo.remove"), () -> {
                picture = null;
                showPhoto();
            }));
        }
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> receive(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Pictures.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/gif", ".jpg", ".jpeg", ".png", ".gif");
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.plain(getTranslation("means.form.photo.choose"), CvIcon.UPLOAD, () -> {}));
        upload.addFileRejectedListener(e -> Toasts.sorry(getTranslation("means.form.photo.rejected")));
        photo.add(upload);
    }

    private void receive(byte[] bytes) {
        try {
            picture = pictures.store(here(), bytes, "");
            showPhoto();
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message -> Toasts.sorry(
                            getTranslation(message.key(), message.args().toArray())));
        }
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
