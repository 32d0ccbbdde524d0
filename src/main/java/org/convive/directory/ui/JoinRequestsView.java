package org.convive.directory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.JoinRequests;
import org.convive.directory.JoinRequests.Request;
import org.convive.directory.OrganisationCard;
import org.convive.directory.OrganisationKind;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.OrganisationId;
import org.convive.uikit.Buttons;
import org.convive.uikit.Confirm;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Face;
import org.convive.uikit.Fields;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Portrait;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The animators' page of who asks to join. */
@Route("c/:cluster/join-requests")
@PermitAll
@StyleSheet("convive/directory.css")
class JoinRequestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private final transient JoinRequests requests;
    private final transient Clock clock;
    private final Div list = new Div();
    private transient @Nullable Actor actor;

    JoinRequestsView(Actors actors, DirectoryQueries directory, JoinRequests requests, Clock clock) {
        this.actors = actors;
        this.directory = directory;
        this.requests = requests;
        this.clock = clock;
        addClassName("cv-page");
        list.addClassName("cv-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        here().requireAnimator();
        removeAll();
        add(
                new PageHeader(
                                getTranslation("directory.requests.title"),
                                getTranslation("directory.requests.sentence"))
                        .back(getTranslation("directory.members.title"), "c/" + here().slug() + "/members"),
                list);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        List<Request> waiting = requests.waiting(here());
        if (waiting.isEmpty()) {
            list.add(new EmptyState(
                    getTranslation("directory.requests.none"), getTranslation("directory.requests.none.sentence")));
        }
        waiting.forEach(request -> list.add(pane(request)));
    }

    private Pane pane(Request request) {
        String since = Dates.of(getLocale(), here().zone()).relative(request.askedAt(), clock.instant());
        Paragraph organisation = new Paragraph(Here.words(request.organisation(), since));
        organisation.addClassName("cv-q");
        String email = request.email().value();
        Div words = new Div(organisation, new Anchor("mailto:" + email, email));
        words.addClassName("cv-grow");
        Div head =
                new Div(new Face(Portrait.of(request.name(), request.organisation()), Face.Size.L).decorative(), words);
        head.addClassName("cv-row");
        Div content = new Div(head);
        content.addClassName("cv-stack");
        if (!request.message().isBlank()) {
            Paragraph message = new Paragraph(request.message());
            message.addClassName("cv-dir-about");
            content.add(message);
        }
        Div actions = new Div(
                Buttons.primary(
                        getTranslation("directory.requests.welcome"), CvIcon.USER_CHECK, () -> welcome(request)),
                Buttons.plain(getTranslation("directory.requests.decline"), () -> decline(request)));
        actions.addClassName("cv-row");
        content.add(actions);
        return Pane.small(request.name(), content).hot();
    }

    private void welcome(Request request) {
        List<OrganisationCard> organisations = directory.organisations(here());
        MembershipFields fields = new MembershipFields(organisations);
        OrganisationId known = organisations.stream()
                .filter(card -> card.name().equalsIgnoreCase(request.organisation()))
                .map(OrganisationCard::id)
                .findFirst()
                .orElse(null);
        fields.show(known, fields.role.getValue());
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("directory.requests.welcome-named", request.name()));
        dialog.add(fields);
        dialog.getFooter().add(Buttons.quiet(getTranslation("directory.cancel"), dialog::close));
        if (known == null) {
            dialog.getFooter()
                    .add(Buttons.plain(
                            getTranslation("directory.requests.register", request.organisation()),
                            () -> answer(
                                    dialog,
                                    fields,
                                    request,
                                    () -> requests.acceptWithNew(
                                            here(),
                                            request.id(),
                                            request.organisation(),
                                            OrganisationKind.COMPANY,
                                            fields.role.getValue()))));
        }
        dialog.getFooter()
                .add(Buttons.primary(
                        getTranslation("directory.requests.welcome"),
                        () -> answer(
                                dialog,
                                fields,
                                request,
                                () -> requests.accept(here(), request.id(), fields.chosen(), fields.role.getValue()))));
        dialog.open();
    }

    private void answer(Dialog dialog, MembershipFields fields, Request request, Runnable deed) {
        if (Saving.run(fields.fields(), deed)) {
            dialog.close();
            refresh();
            Toasts.say(getTranslation("directory.requests.welcomed", request.name()));
        }
    }

    private void decline(Request request) {
        TextArea word = Fields.area(getTranslation("directory.requests.word"), 500);
        Confirm.ask(
                getTranslation("directory.requests.decline-question", request.name()),
                getTranslation("directory.requests.decline-consequences", request.name()),
                getTranslation("directory.requests.keep"),
                getTranslation("directory.requests.decline"),
                () -> {
                    if (Saving.run(
                            Map.of("word", word), () -> requests.decline(here(), request.id(), word.getValue()))) {
                        Toasts.say(getTranslation("directory.requests.declined", request.name()));
                    }
                    refresh();
                },
                word);
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.page-title", getTranslation("directory.requests.title"), here().clusterName());
    }
}
