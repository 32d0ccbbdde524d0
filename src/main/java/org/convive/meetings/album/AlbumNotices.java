package org.convive.meetings.album;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What people are told about photos, to be switched off in their profile. */
@Component
class AlbumNotices implements NoticeKinds {
    @Override
    public String group() {
        return "meetings.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(Album.IN_A_PHOTO, Album.TAKEN_DOWN);
    }
}
