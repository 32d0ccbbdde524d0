package org.convive.means;

import java.util.List;
import org.convive.notices.NoticeKind;
import org.convive.notices.NoticeKinds;
import org.springframework.stereotype.Component;

/** What people are told about shared means; each kind can be switched off. */
@Component
public class MeansNotices implements NoticeKinds {
    /** To the owner: somebody wants to book. */
    public static final NoticeKind REQUEST = NoticeKind.both("means.notice.request");
    /** To who asked: the owner's answer. */
    public static final NoticeKind ANSWER = NoticeKind.both("means.notice.answer");
    /** A booking was made, changed or cancelled. */
    public static final NoticeKind CHANGE = NoticeKind.both("means.notice.change");
    /** To who booked, by mail: that it is booked, for their calendar. */
    public static final NoticeKind CONFIRMATION = new NoticeKind("means.notice.confirmation", false, true);
    /** The day before. */
    public static final NoticeKind REMINDER = NoticeKind.both("means.notice.reminder");
    /** A slot that somebody waits for is free. */
    public static final NoticeKind FREED = NoticeKind.both("means.notice.freed");
    /** Taken, given back, not claimed. */
    public static final NoticeKind HANDOVER = NoticeKind.both("means.notice.handover");
    /** Somebody answered a booking's mail, and a person must read it. */
    public static final NoticeKind BY_MAIL = NoticeKind.portalOnly("means.notice.by-mail");
    /** To the animators: what happened to a booking could not be told to those concerned. */
    public static final NoticeKind UNTOLD = NoticeKind.portalOnly("means.notice.untold");
    /** A unit is damaged or works again. */
    public static final NoticeKind DAMAGE = NoticeKind.both("means.notice.damage");
    /** A line of give and take is disputed, corrected, paid. */
    public static final NoticeKind LEDGER = NoticeKind.both("means.notice.ledger");
    /** The monthly statement is there. */
    public static final NoticeKind STATEMENT = NoticeKind.both("means.notice.statement");

    @Override
    public String group() {
        return "means.title";
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(
                REQUEST,
                ANSWER,
                CONFIRMATION,
                CHANGE,
                REMINDER,
                FREED,
                HANDOVER,
                BY_MAIL,
                UNTOLD,
                DAMAGE,
                LEDGER,
                STATEMENT);
    }
}
