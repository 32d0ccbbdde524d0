package org.convive.testing;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.boot.test.context.TestComponent;

/** Kinds of notices that no feature owns, for the tests of notices themselves; their names are words that exist. */
@TestComponent
public class TestNotices implements NoticeKinds {
    public static final NoticeKind BOTH = NoticeKind.both("notices.title");
    public static final NoticeKind PORTAL_ONLY = NoticeKind.portalOnly("notices.all");

    @Override
    public String group() {
        return "notices.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(BOTH, PORTAL_ONLY);
    }
}
