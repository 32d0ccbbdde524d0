package org.convive.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.CurrentUser;
import org.convive.identity.Membership;
import org.convive.identity.Memberships;
import org.convive.identity.SignedIn;
import org.convive.identity.ui.ViewActor;
import org.convive.identity.ui.WaitingChanged;
import org.convive.shared.NotFoundException;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** The frame around every page: drawer on a desktop, bar at the bottom on a phone; a plain head for visitors. */
@Layout
@AnonymousAllowed
@SpringComponent
@UIScope
class MainLayout extends AppLayout implements AfterNavigationObserver {
    private final CurrentUser currentUser;
    private final Actors actors;
    private final Accounts accounts;
    private final Memberships memberships;
    private final DrawerContent.Factory drawers;
    private final Div drawer = new Div();
    private final Div top = new Div();
    private final Div bar = new Div();
    private final Div visitorHead = new Div();
    private @Nullable String lastSlug;
    private transient Runnable fill = () -> {};

    MainLayout(
            CurrentUser currentUser,
            Actors actors,
            Accounts accounts,
            Memberships memberships,
            DrawerContent.Factory drawers) {
        this.currentUser = currentUser;
        this.actors = actors;
        this.accounts = accounts;
        this.memberships = memberships;
        this.drawers = drawers;
        setPrimarySection(Section.DRAWER);
        drawer.addClassName("cv-drawer");
        top.addClassName("cv-top-slot");
        bar.addClassName("cv-bottom-slot");
        visitorHead.addClassName("cv-visitor-head");
        Stream.of(drawer, top, visitorHead).forEach(head -> head.getElement().setAttribute("role", "banner"));
        addToDrawer(drawer);
        addToNavbar(visitorHead, top);
        addToNavbar(true, bar);
        WaitingChanged.whenTold(this, () -> fill.run());
        getElement().insertChild(0, skip().getElement().setAttribute("slot", "navbar"));
    }

    /** To the content without going through the navigation; a plain fragment would leave the page, as it has a base. */
    private Anchor skip() {
        Anchor skip = new Anchor("#main", getTranslation("shell.skip"));
        skip.addClassName("cv-skip");
        skip.getElement()
                .setAttribute("router-ignore", true)
                .executeJs("this.addEventListener('click', e => {"
                        + " e.preventDefault(); document.getElementById('main')?.focus(); })");
        return skip;
    }

    @Override
    public void setContent(@Nullable Component content) {
        super.setContent(content);
        if (content != null) {
            content.setId("main");
            content.getElement().setAttribute("role", "main").setAttribute("tabindex", "-1");
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        getElement().executeJs("document.documentElement.lang = $0", getLocale().getLanguage());
        Optional<SignedIn> user = currentUser.find();
        getElement().getClassList().set("cv-visitor", user.isEmpty());
        drawer.removeAll();
        top.removeAll();
        bar.removeAll();
        visitorHead.removeAll();
        fill = () -> {};
        if (user.isEmpty()) {
            setDrawerOpened(false);
            visitorHead.add(new VisitorHead());
            return;
        }
        Account account = accounts.get(user.get().personId());
        Optional<Actor> actor = actor(event, account.id());
        fill = () -> fill(drawers.create(account, actor, path));
        fill.run();
    }

    private void fill(DrawerContent content) {
        drawer.removeAll();
        top.removeAll();
        bar.removeAll();
        drawer.add(content);
        top.add(content.topBar());
        content.bottomBar().ifPresent(bar::add);
    }

    /** Who acts here; on pages without a cluster, in the one of the page before, else in the person's first. */
    private Optional<Actor> actor(AfterNavigationEvent event, PersonId person) {
        String slug = event.getRouteParameters()
                .get(ViewActor.CLUSTER)
                .or(() -> slug(event.getLocation().getSegments()))
                .or(() -> Optional.ofNullable(lastSlug))
                .or(() -> memberships.of(person).stream().map(Membership::slug).findFirst())
                .orElse(null);
        if (slug == null) {
            return Optional.empty();
        }
        try {
            Actor actor = actors.in(slug);
            lastSlug = slug;
            return Optional.of(actor);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** An error page has no route, yet stands at an address of the cluster. */
    private static Optional<String> slug(List<String> segments) {
        return segments.size() > 1 && "c".equals(segments.getFirst()) ? Optional.of(segments.get(1)) : Optional.empty();
    }
}
