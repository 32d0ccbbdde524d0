package org.convive.meetings.encounters;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What people are told about encounters, to be switched off in their profile. */
@Component
class EncounterNotices implements NoticeKinds {
    @Override
    public String group() {
        return "meetings.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(Introductions.INTRODUCED);
    }
}
