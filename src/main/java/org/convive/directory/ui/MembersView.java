package org.convive.directory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.JoinRequests;
import org.convive.directory.Members;
import org.convive.directory.OrganisationCard;
import org.convive.directory.OrganisationKind;
import org.convive.directory.Organisations;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships.Ended;
import org.convive.identity.ui.ViewActor;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The animators' page of who belongs to the cluster. */
@Route("c/:cluster/members")
@PermitAll
@StyleSheet("convive/directory.css")
class MembersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private final transient Members members;
    private final transient Organisations organisations;
    private final transient JoinRequests requests;
    private final Div notices = new Div();
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final Anchor groups = Links.button("", getTranslation("directory.groups.title"), CvIcon.USERS);
    private transient @Nullable Actor actor;

    MembersView(
            Actors actors,
            DirectoryQueries directory,
            Members members,
            Organisations organisations,
            JoinRequests requests) {
        this.actors = actors;
        this.directory = directory;
        this.members = members;
        this.organisations = organisations;
        this.requests = requests;
        addClassNames("cv-page", "cv-members");
        search.setAriaLabel(getTranslation("directory.search.people"));
        search.setPlaceholder(getTranslation("directory.search.people"));
        search.setPrefixComponent(CvIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> showMembers());
        PageHeader header = new PageHeader(
                        getTranslation("directory.members.title"), getTranslation("directory.members.sentence"))
                .action(
                        groups,
                        Buttons.plain(
                                getTranslation("directory.organisation.register"), CvIcon.FACTORY, this::register),
                        Buttons.primary(getTranslation("directory.members.admit"), CvIcon.USER_PLUS, this::admit));
        add(header, notices, search, Pane.of(list));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        here().requireAnimator();
        groups.setHref("c/" + here().slug() + "/groups");
        int waiting = requests.waitingCount(here());
        notices.removeAll();
        if (waiting > 0) {
            notices.add(Notice.hot(Links.to(
                    "c/" + here().slug() + "/join-requests", getTranslation("directory.requests.waiting", waiting))));
        }
        showMembers();
    }

    private void showMembers() {
        UnorderedList items = new UnorderedList();
        items.addClassName("cv-dir-people");
        items.getElement().setAttribute("role", "list");
        directory.people(here(), search.getValue()).forEach(person -> items.add(line(person)));
        list.removeAll();
        list.add(items);
    }

    private ListItem line(PersonCard person) {
        Anchor link = new Anchor(Here.person(here(), person.id()), person.name());
        Paragraph sentence = new Paragraph(Here.words(person.email().value(), person.organisationName()));
        sentence.addClassName("cv-q");
        Div words = new Div(link, sentence);
        words.addClassName("cv-grow");
        String role = getTranslation("directory.role." + person.role());
        ListItem item = new ListItem(
                new Face(Here.portrait(here(), person), Face.Size.M).decorative(),
                words,
                switch (person.role()) {
                    case ANIMATOR -> Badges.glass(role);
                    case MANAGER -> Badges.ok(role);
                    case MEMBER -> Badges.quiet(role);
                },
                Buttons.icon(
                        CvIcon.PENCIL, getTranslation("directory.members.change", person.name()), () -> change(person)),
                Buttons.icon(CvIcon.X, getTranslation("directory.members.end", person.name()), () -> end(person)));
        item.addClassName("cv-dir-person");
        return item;
    }

    private void admit() {
        MemberDialog.admit(allOrganisations(), admission -> {
                    members.admit(here(), admission);
                    showMembers();
                    Toasts.say(getTranslation("directory.members.admitted", admission.name()));
                })
                .open();
    }

    private void change(PersonCard person) {
        MemberDialog.change(person, allOrganisations(), (organisation, role) -> {
                    members.change(here(), person.id(), organisation, role);
                    showMembers();
                    Toasts.say(getTranslation("directory.saved"));
                })
                .open();
    }

    private void end(PersonCard person) {
        var ended = new AtomicReference<@Nullable Ended>();
        if (Saving.run(Map.of(), () -> ended.set(members.end(here(), person.id())))) {
            showMembers();
            Toasts.undo(getTranslation("directory.members.ended", person.name()), () -> {
                members.takeBack(here(), Objects.requireNonNull(ended.get()));
                showMembers();
            });
        }
    }

    private void register() {
        new RegisterDialog(this::registered).open();
    }

    private void registered(String name, OrganisationKind kind) {
        var id = organisations.register(here(), name, kind);
        Toasts.say(
                getTranslation("directory.organisation.registered", name),
                getTranslation("directory.organisation.complete"),
                Here.organisation(here(), id) + "/edit");
    }

    private List<OrganisationCard> allOrganisations() {
        return directory.organisations(here());
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.page-title", getTranslation("directory.members.title"), here().clusterName());
    }
}
