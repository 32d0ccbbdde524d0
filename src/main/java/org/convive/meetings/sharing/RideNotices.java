package org.convive.meetings.sharing;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What people are told about the cars they share, to be switched off in their profile. */
@Component
class RideNotices implements NoticeKinds {
    @Override
    public String group() {
        return "meetings.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(Rides.RIDE);
    }
}
