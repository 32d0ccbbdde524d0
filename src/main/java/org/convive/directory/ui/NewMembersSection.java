package org.convive.directory.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.convive.directory.DirectoryQueries;
import org.convive.directory.PersonCard;
import org.convive.identity.Actor;
import org.convive.identity.ui.TodaySection;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** Who came last, on the page "Today". */
@org.springframework.stereotype.Component
class NewMembersSection implements TodaySection {
    private static final int SHOWN = 4;

    private final DirectoryQueries directory;

    NewMembersSection(DirectoryQueries directory) {
        this.directory = directory;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Component> render(Actor actor) {
        List<PersonCard> people = directory.newMembers(actor, SHOWN);
        if (people.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pane(Here.text("directory.new-members"), new PeopleList(actor, people, ""))
                .aside(Links.more(Here.directory(actor) + "?tab=people", Here.text("directory.new-members.all"))));
    }
}
