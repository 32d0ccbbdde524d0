package org.convive.meetings;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What organisers are told about answers by mail, to be switched off in their profile. */
@Component
class ReplyNotices implements NoticeKinds {
    static final NoticeKind BY_MAIL = NoticeKind.both("meetings.notice.by-mail");

    @Override
    public String group() {
        return "calendar.inbound.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(BY_MAIL);
    }
}
