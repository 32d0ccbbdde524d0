package org.convive.notices;

import java.util.List;

/** The kinds of notices of one feature; implemented as a Spring bean, so that people find them in their profile. */
public interface NoticeKinds {
    /** Translation key of the group's name, e.g. {@code means.title}. */
    String group();

    List<NoticeKind> kinds();
}
