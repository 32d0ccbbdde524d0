package org.convive.directory.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.GroupCard;
import org.convive.directory.Groups;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.EmptyState;
import org.convive.uikit.Faces;
import org.convive.uikit.Fields;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The animators' page of named groups of people, to be invited to meetings in one go. */
@Route("c/:cluster/groups")
@PermitAll
@StyleSheet("convive/directory.css")
class GroupsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int FACES = 8;

    private final transient Actors actors;
    private final transient DirectoryQueries directory;
    private final transient Groups groups;
    private final Div list = new Div();
    private transient @Nullable Actor actor;

    GroupsView(Actors actors, DirectoryQueries directory, Groups groups) {
        this.actors = actors;
        this.directory = directory;
        this.groups = groups;
        addClassName("cv-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        here().requireAnimator();
        removeAll();
        add(
                new PageHeader(getTranslation("directory.groups.title"), getTranslation("directory.groups.sentence"))
                        .back(getTranslation("directory.members.title"), "c/" + here().slug() + "/members")
                        .action(Buttons.primary(getTranslation("directory.groups.new"), CvIcon.PLUS, () -> edit(null))),
                list);
        show();
    }

    private void show() {
        List<GroupCard> all = groups.list(here());
        list.removeAll();
        if (all.isEmpty()) {
            list.add(Pane.of(new EmptyState(
                    getTranslation("directory.groups.none"), getTranslation("directory.groups.none.sentence"))));
            return;
        }
        Map<Object, PersonCard> people =
                directory.people(here()).stream().collect(Collectors.toMap(PersonCard::id, person -> person));
        UnorderedList items = new UnorderedList();
        items.addClassName("cv-dir-people");
        items.getElement().setAttribute("role", "list");
        all.forEach(group -> items.add(line(group, people)));
        list.add(Pane.of(items));
    }

    private ListItem line(GroupCard group, Map<Object, PersonCard> people) {
        List<PersonCard> members = members(group, people);
        H2 name = new H2(group.name());
        name.addClassName("cv-dir-group");
        Paragraph count = new Paragraph(getTranslation("directory.groups.count", members.size()));
        count.addClassName("cv-q");
        Div words = new Div(name, count);
        words.addClassName("cv-grow");
        Div faces = new Div();
        if (!members.isEmpty()) {
            faces.add(new Faces(
                    members.stream()
                            .map(person -> Here.portrait(here(), person))
                            .toList(),
                    FACES,
                    members.size()));
        }
        ListItem item = new ListItem(
                words,
                faces,
                Buttons.icon(CvIcon.PENCIL, getTranslation("directory.groups.change", group.name()), () -> edit(group)),
                Buttons.icon(CvIcon.X, getTranslation("directory.groups.end", group.name()), () -> end(group)));
        item.addClassName("cv-dir-person");
        return item;
    }

    private static List<PersonCard> members(GroupCard group, Map<Object, PersonCard> people) {
        return people.values().stream()
                .filter(person -> group.people().contains(person.id()))
                .sorted(java.util.Comparator.comparing(PersonCard::name))
                .toList();
    }

    private void edit(@Nullable GroupCard group) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(group == null ? "directory.groups.new" : "directory.groups.edit"));
        dialog.setWidth("min(520px, 100vw)");
        TextField name = Fields.text(getTranslation("directory.groups.name"), 100);
        name.setWidthFull();
        var people = new MultiSelectComboBox<PersonCard>(getTranslation("directory.groups.people"));
        List<PersonCard> all = directory.people(here());
        people.setItems(all);
        people.setItemLabelGenerator(person ->
                person.organisationName().isEmpty() ? person.name() : person.name() + ", " + person.organisationName());
        people.setWidthFull();
        if (group != null) {
            name.setValue(group.name());
            people.setValue(all.stream()
                    .filter(person -> group.people().contains(person.id()))
                    .collect(Collectors.toSet()));
        }
        Div fields = new Div(name, people);
        fields.addClassName("cv-stack");
        dialog.add(fields);
        dialog.getFooter()
                .add(
                        Buttons.quiet(getTranslation("directory.cancel"), dialog::close),
                        Buttons.primary(getTranslation("directory.save"), () -> {
                            if (Saving.run(
                                    Map.of("name", name),
                                    () -> groups.keep(
                                            here(),
                                            group,
                                            name.getValue(),
                                            people.getValue().stream()
                                                    .map(PersonCard::id)
                                                    .collect(Collectors.toSet())))) {
                                dialog.close();
                                Toasts.say(getTranslation("directory.saved"));
                                show();
                            }
                        }));
        dialog.open();
    }

    private void end(GroupCard group) {
        groups.end(here(), group.id());
        show();
        Toasts.undo(getTranslation("directory.groups.ended", group.name()), () -> {
            var unused = groups.keep(here(), null, group.name(), group.people());
            show();
        });
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.page-title", getTranslation("directory.groups.title"), here().clusterName());
    }
}
