package org.convive.notices;

import org.convive.identity.Actor;
import org.convive.identity.ui.NavigationCount;
import org.springframework.stereotype.Component;

/** The count at the bell. */
@Component
class NoticeCount implements NavigationCount {
    private final Notices notices;

    NoticeCount(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String area() {
        return "notices";
    }

    @Override
    public int waiting(Actor actor) {
        return notices.unread(actor);
    }
}
