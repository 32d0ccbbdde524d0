package org.convive.newsletter.ui;

import org.convive.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Where the pages of this module stand. */
final class Pages {
    private Pages() {}

    static String feed(Actor actor) {
        return "c/" + actor.slug() + "/newsletter";
    }

    static String issue(Actor actor, long issue) {
        return feed(actor) + "/" + issue;
    }

    static String edit(Actor actor, long issue) {
        return issue(actor, issue) + "/edit";
    }

    static String next(Actor actor) {
        return feed(actor) + "/next";
    }

    static String news(Actor actor) {
        return feed(actor) + "/news";
    }

    static String look(Actor actor) {
        return feed(actor) + "/settings";
    }

    static String preview(Actor actor, long issue) {
        return issue(actor, issue) + "/preview";
    }

    static @Nullable String picture(Actor actor, @Nullable Long picture) {
        return picture == null ? null : "c/" + actor.slug() + "/pictures/" + picture;
    }
}
