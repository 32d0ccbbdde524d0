package org.convive.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convive.identity.Account;
import org.convive.identity.Actor;
import org.convive.identity.Membership;
import org.convive.identity.Memberships;
import org.convive.identity.ui.NavigationCount;
import org.convive.uikit.Badges;
import org.convive.uikit.BottomBar;
import org.convive.uikit.Brand;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Face;
import org.convive.uikit.Portrait;
import org.jspecify.annotations.Nullable;

/** What stands in the drawer: brand, cluster, find, the areas with what waits in them, and the person. */
class DrawerContent extends Composite<Div> {
    private static final String NOTICES = "notices";
    private static final int MOST_SHOWN = 99;

    private final Account account;
    private final Optional<Actor> actor;
    private final String path;
    private final Map<String, Integer> counts;
    private final FindDialog.Factory find;

    private DrawerContent(
            Account account,
            Optional<Actor> actor,
            String path,
            List<Membership> memberships,
            Map<String, Integer> counts,
            FindDialog.Factory find,
            Preferences preferences) {
        this.account = account;
        this.actor = actor;
        this.path = path;
        this.counts = counts;
        this.find = find;
        Div content = getContent();
        content.addClassName("cv-drawer-content");
        Div head = new Div(new Brand(home()));
        head.addClassName("cv-drawer-head");
        actor.ifPresent(a -> head.add(bell(a)));
        content.add(head);
        actor.ifPresent(a -> {
            content.add(new ClusterSwitch(a, memberships));
            content.add(find.button(a, getTranslation("shell.find")));
        });
        content.add(actor.map(this::areas).orElseGet(() -> pagesWithoutCluster(memberships)));
        content.add(new PersonMenu(account, actor, preferences));
    }

    /** The bar at the foot of a phone; nothing outside a cluster. */
    Optional<BottomBar> bottomBar() {
        return actor.map(a -> {
            BottomBar bar = new BottomBar();
            Areas.ON_THE_BAR.forEach(area -> bar.item(
                    area.icon(), getTranslation(area.label() + ".short"), area.href(a.slug()), count(area.path())));
            bar.item(CvIcon.MENU, getTranslation("shell.nav.more"), "c/" + a.slug() + "/more", null);
            bar.setCurrent(path);
            return bar;
        });
    }

    /** The head of a phone: the brand, find, and who one is. */
    Div topBar() {
        Div top = new Div(new Brand(home()));
        top.addClassName("cv-mtop");
        actor.ifPresent(a -> top.add(find.icon(a, getTranslation("shell.find")), bell(a)));
        Anchor me = new Anchor("profile", "");
        me.addClassName("cv-mtop-me");
        me.getElement().setAttribute("aria-label", getTranslation("shell.profile"));
        me.add(new Face(new Portrait(account.name(), null, PersonMenu.picture(account, actor)), Face.Size.M)
                .decorative());
        top.add(me);
        return top;
    }

    /** The way to what one was told, with the number of what is new. */
    private Anchor bell(Actor actor) {
        int unread = counts.getOrDefault(NOTICES, 0);
        Anchor bell = new Anchor("c/" + actor.slug() + "/" + NOTICES, "");
        bell.addClassName("cv-bell");
        bell.add((unread > 0 ? CvIcon.BELL_RING : CvIcon.BELL).create());
        bell.getElement().setAttribute("aria-label", getTranslation("shell.bell", unread));
        if (unread > 0) {
            Span count = new Span(unread > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(unread));
            count.addClassName("cv-ncount");
            count.getElement().setAttribute("aria-hidden", "true");
            bell.add(count);
        }
        if (path.equals("c/" + actor.slug() + "/" + NOTICES)) {
            bell.getElement().setAttribute("aria-current", "page");
        }
        return bell;
    }

    private String home() {
        return actor.map(a -> "c/" + a.slug()).orElse("");
    }

    private @Nullable Span count(String area) {
        int waiting = counts.getOrDefault(area, 0);
        return waiting > 0 ? Badges.count(waiting, waiting + " " + getTranslation("shell.nav.waiting")) : null;
    }

    private Nav areas(Actor actor) {
        Nav nav = new Nav();
        nav.addClassName("cv-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.main"));
        UnorderedList list = list();
        for (Areas area : Areas.values()) {
            list.add(entry(area.icon(), getTranslation(area.label()), area.href(actor.slug()), area.path()));
        }
        nav.add(list);
        if (actor.isAnimator()) {
            Paragraph group = new Paragraph(getTranslation("shell.nav.animate"));
            group.addClassName("cv-navlab");
            UnorderedList more = list();
            for (Areas.Animation area : Areas.Animation.values()) {
                more.add(entry(
                        area.icon(),
                        getTranslation(area.label()),
                        "c/" + actor.slug() + "/" + area.path(),
                        area.path()));
            }
            nav.add(group, more);
        }
        return nav;
    }

    private Nav pagesWithoutCluster(List<Membership> memberships) {
        UnorderedList list = list();
        memberships.forEach(m -> list.add(entry(CvIcon.GEM, m.clusterName(), "c/" + m.slug(), "-")));
        list.add(entry(CvIcon.GLOBE, getTranslation("shell.clusters"), "clusters", "-"));
        Nav nav = new Nav(list);
        nav.addClassName("cv-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.main"));
        return nav;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        return list;
    }

    private ListItem entry(CvIcon icon, String label, String href, String area) {
        Anchor link = new Anchor(href, "");
        link.add(icon.create(), new Span(label));
        Span count = count(area);
        if (count != null) {
            link.add(count);
        }
        boolean here = actor.isPresent()
                && (area.isEmpty()
                        ? path.equals(href)
                        : path.equals(href)
                                || path.startsWith(href + "/")
                                || Areas.isAlsoOf(
                                        area, path.substring(Math.min(path.length(), href.length() - area.length()))));
        if (here) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    /** Gathers what the drawer shows. */
    @org.springframework.stereotype.Component
    static class Factory {
        private final Memberships memberships;
        private final List<NavigationCount> counts;
        private final FindDialog.Factory find;
        private final Preferences preferences;

        Factory(
                Memberships memberships,
                List<NavigationCount> counts,
                FindDialog.Factory find,
                Preferences preferences) {
            this.preferences = preferences;
            this.memberships = memberships;
            this.counts = counts;
            this.find = find;
        }

        DrawerContent create(Account account, Optional<Actor> actor, String path) {
            Map<String, Integer> waiting = actor.map(a -> counts.stream()
                            .collect(Collectors.toMap(NavigationCount::area, c -> c.waiting(a), Integer::sum)))
                    .orElse(Map.of());
            return new DrawerContent(account, actor, path, memberships.of(account.id()), waiting, find, preferences);
        }
    }
}
