package org.convive.newsletter.series;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What the newsletter tells people between two letters. */
@Component
public class SeriesNotices implements NoticeKinds {
    public static final NoticeKind APPROVAL = NoticeKind.both("newsletter.notice.approval");
    static final NoticeKind REMINDER = NoticeKind.both("newsletter.notice.reminder");
    static final NoticeKind CALL = NoticeKind.both("newsletter.notice.call");

    @Override
    public String group() {
        return "newsletter.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(CALL, REMINDER, APPROVAL);
    }
}
