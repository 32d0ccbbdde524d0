package org.convive.means.telling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.mail.Letter;
import org.convive.means.BookingDeed;
import org.convive.means.BookingListener;
import org.convive.means.MeansNotices;
import org.convive.means.telling.BookingFacts.Facts;
import org.convive.notices.Notice;
import org.convive.notices.NoticeKind;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells people what happened to bookings: the owner of what is asked and done, the booker of the answer, each once, and
 * not the one who did it. Mails carry the entry for the reader's calendar; see the decision record "Whose calendar a
 * booking goes into".
 */
@Component
class BookingTeller implements BookingListener {
    /** What the deed of giving back says when nobody came. */
    private static final String NO_SHOW = "no-show";

    private final BookingFacts bookings;
    private final BookingEntries entries;
    private final Crier crier;
    private final Clock clock;

    BookingTeller(BookingFacts bookings, BookingEntries entries, Crier crier, Clock clock) {
        this.bookings = bookings;
        this.entries = entries;
        this.crier = crier;
        this.clock = clock;
    }

    @Override
    public void after(BookingDeed deed) {
        bookings.of(deed.cluster(), deed.booking())
                // What is over is no news: after a long outage nobody is told of yesterday.
                .filter(facts -> !facts.blackout() && facts.slot().to().isAfter(clock.instant()))
                .ifPresent(facts -> tell(deed, facts));
    }

    @Override
    public void setAside(BookingDeed deed) {
        bookings.of(deed.cluster(), deed.booking())
                .ifPresent(facts -> crier.tell(
                        deed.cluster(),
                        crier.animators(deed.cluster()),
                        null,
                        MeansNotices.UNTOLD,
                        Message.of("means.told.untold", facts.company(), facts.means(), facts.slot()),
                        facts.href(),
                        notice -> notice.withWords(Message.of("means.told.untold.words"))
                                .about("booking:" + deed.booking())
                                .once("untold:" + deed.id())));
    }

    private void tell(BookingDeed deed, Facts facts) {
        switch (deed.deed()) {
            case BOOKED, CONFIRMED -> {
                booker(deed, facts, MeansNotices.CONFIRMATION, "booked", entries.request(facts), false);
                owner(deed, facts, MeansNotices.CHANGE, "booked", entries.forOwner(facts));
            }
            case REQUESTED -> {
                booker(deed, facts, MeansNotices.CONFIRMATION, "requested", entries.kept(facts), false);
                owner(deed, facts, MeansNotices.REQUEST, "requested", null);
            }
            case APPROVED -> {
                booker(deed, facts, MeansNotices.ANSWER, "approved", entries.request(facts), false);
                owner(deed, facts, MeansNotices.CHANGE, "approved", entries.forOwner(facts));
            }
            case REFUSED -> booker(deed, facts, MeansNotices.ANSWER, "refused", entries.cancel(facts), true);
            case PROPOSED -> booker(deed, facts, MeansNotices.ANSWER, "proposed", entries.kept(facts), true);
            case ACCEPTED -> {
                booker(deed, facts, MeansNotices.CONFIRMATION, "booked", entries.request(facts), false);
                owner(deed, facts, MeansNotices.CHANGE, "accepted", entries.forOwner(facts));
            }
            case EXPIRED -> {
                booker(deed, facts, MeansNotices.ANSWER, "expired", entries.cancel(facts), true);
                // Of a hold, or of an offer of the waiting list, the owner never heard.
                if (bookings.wasRequested(facts.id())) {
                    owner(deed, facts, MeansNotices.CHANGE, "expired", null);
                }
            }
            case CANCELLED -> cancelled(deed, facts);
            case RESTORED -> {
                booker(deed, facts, MeansNotices.CONFIRMATION, "booked", entries.request(facts), false);
                owner(deed, facts, MeansNotices.CHANGE, "restored", entries.forOwner(facts));
            }
            case MOVED -> {
                booker(deed, facts, MeansNotices.CHANGE, "moved", entries.request(facts), false);
                owner(deed, facts, MeansNotices.CHANGE, "moved", entries.forOwner(facts));
            }
            case UNIT_CHANGED -> {
                Message title =
                        Message.of("means.told.unit-changed.booker", facts.means(), facts.slot(), deed.detail());
                booker(deed, facts, MeansNotices.CHANGE, title, null, entries.request(facts));
            }
            case OFFERED -> booker(deed, facts, MeansNotices.FREED, "offered", entries.kept(facts), true);
            case HELD, BLACKED_OUT -> {
                // nobody else is concerned
            }
        }
    }

    private void cancelled(BookingDeed deed, Facts facts) {
        if (deed.detail().equals(NO_SHOW)) {
            Message title = Message.of("means.told.no-show.booker", facts.means(), facts.slot());
            Message words = Message.of("means.told.no-show.words");
            booker(deed, facts, MeansNotices.CHANGE, title, words, entries.cancel(facts));
            owner(deed, facts, MeansNotices.HANDOVER, "no-show", entries.goneForOwner(facts));
        } else {
            booker(deed, facts, MeansNotices.CHANGE, "cancelled", entries.cancel(facts), false);
            owner(deed, facts, MeansNotices.CHANGE, "cancelled", entries.goneForOwner(facts));
        }
    }

    /** @param words whether the owner's word is added */
    private void booker(
            BookingDeed deed, Facts facts, NoticeKind kind, String what, Letter.CalendarPart calendar, boolean words) {
        booker(
                deed,
                facts,
                kind,
                Message.of("means.told." + what + ".booker", facts.means(), facts.slot(), facts.owner()),
                words && !facts.word().isBlank() ? Message.of("means.told.word", facts.word()) : null,
                calendar);
    }

    /** @param calendar the entry that the mail carries, which goes to the booker even when they did it themself */
    private void booker(
            BookingDeed deed,
            Facts facts,
            NoticeKind kind,
            Message title,
            @Nullable Message words,
            Letter.CalendarPart calendar) {
        boolean self = facts.person().equals(deed.by());
        crier.tell(
                deed.cluster(),
                List.of(facts.person()),
                null,
                self ? MeansNotices.CONFIRMATION : kind,
                title,
                facts.href(),
                notice -> (words == null ? notice : notice.withWords(words))
                        .about("booking:" + deed.booking())
                        .once("deed:" + deed.id())
                        .withCalendar(calendar)
                        .answeredTo(entries.mailbox(facts.id(), facts.person())));
    }

    /** @param calendar the entry that the mail carries, which then goes also to who did it, mail alone */
    private void owner(
            BookingDeed deed, Facts facts, NoticeKind kind, String what, Letter.@Nullable CalendarPart calendar) {
        if (facts.ownerId().equals(facts.companyId())) {
            return;
        }
        Map<Boolean, List<PersonId>> voices = crier.voices(deed.cluster(), facts.ownerId()).stream()
                .collect(Collectors.partitioningBy(voice -> voice.equals(deed.by())));
        owner(deed, facts, kind, what, calendar, voices.getOrDefault(false, List.of()));
        if (calendar != null) {
            owner(deed, facts, MeansNotices.CONFIRMATION, what, calendar, voices.getOrDefault(true, List.of()));
        }
    }

    private void owner(
            BookingDeed deed,
            Facts facts,
            NoticeKind kind,
            String what,
            Letter.@Nullable CalendarPart calendar,
            List<PersonId> people) {
        crier.tell(
                deed.cluster(),
                people,
                null,
                kind,
                Message.of("means.told." + what + ".owner", facts.company(), facts.means(), facts.slot()),
                facts.href(),
                notice -> {
                    Notice told = (facts.purpose().isBlank()
                                    ? notice
                                    : notice.withWords(Message.of("means.told.purpose", facts.purpose())))
                            .about("booking:" + deed.booking())
                            .once("deed-owner:" + deed.id());
                    return calendar == null ? told : told.withCalendar(calendar);
                });
    }
}
