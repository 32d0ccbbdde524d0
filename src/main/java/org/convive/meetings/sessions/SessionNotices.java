package org.convive.meetings.sessions;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What people are told about second sessions, to be switched off in their profile. */
@Component
class SessionNotices implements NoticeKinds {
    @Override
    public String group() {
        return "meetings.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(SecondSessions.OFFERED);
    }
}
