package org.convive.means;

import java.time.Duration;
import java.util.stream.Collectors;
import org.convive.means.MeansDraft.UnitDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;

/** What a description of a means must fulfil; every complaint beside its field. */
final class MeansChecks {
    private static final int MOST_UNITS = 200;
    private static final int MOST_CAPABILITIES = 30;

    private MeansChecks() {}

    static void require(MeansDraft draft) {
        var check = InvalidInput.check()
                .required(draft.name(), 200, "name")
                .atMost(draft.description(), 10_000, "description")
                .atMost(draft.place(), 200, "place")
                .atMost(draft.price(), 200, "price");
        units(check, draft);
        capabilities(check, draft);
        rules(check, draft.rules());
        lending(check, draft);
        check.orThrow();
    }

    private static void units(InvalidInput.Check check, MeansDraft draft) {
        check.that(!draft.units().isEmpty(), "units", Message.of("means.error.no-unit"));
        check.that(draft.units().size() <= MOST_UNITS, "units", Message.of("means.error.too-many-units", MOST_UNITS));
        draft.units().forEach(unit -> check.required(unit.name(), 200, "units"));
        draft.units()
                .forEach(unit -> check.that(isPrintable(unit.name()), "units", Message.of("means.error.characters")));
        check.that(
                draft.units().stream()
                                .map(UnitDraft::name)
                                .map(String::strip)
                                .collect(Collectors.toSet())
                                .size()
                        == draft.units().size(),
                "units",
                Message.of("means.error.same-name"));
    }

    private static void capabilities(InvalidInput.Check check, MeansDraft draft) {
        check.that(
                draft.capabilities().size() <= MOST_CAPABILITIES,
                "capabilities",
                Message.of("means.error.too-many-capabilities", MOST_CAPABILITIES));
        draft.capabilities()
                .forEach(label -> check.required(label, 100, "capabilities")
                        .that(isPrintable(label), "capabilities", Message.of("means.error.characters")));
    }

    private static void rules(InvalidInput.Check check, BookingRules rules) {
        check.that(isBuffer(rules.setUp()), "setUp", Message.of("means.error.buffer"))
                .that(isBuffer(rules.tearDown()), "tearDown", Message.of("means.error.buffer"))
                .that(rules.shortest().toMinutes() >= 1, "shortest", Message.of("means.error.length"))
                .that(rules.longest().compareTo(rules.shortest()) >= 0, "longest", Message.of("means.error.longest"))
                .that(
                        rules.longest().compareTo(BookingRules.LONGEST_EVER) <= 0,
                        "longest",
                        Message.of("means.error.longest-ever"))
                .that(
                        !rules.notice().isNegative() && rules.notice().toDays() <= 90,
                        "notice",
                        Message.of("means.error.notice-range"))
                .that(
                        rules.horizonDays() >= 1 && rules.horizonDays() <= BookingRules.HORIZON_EVER,
                        "horizon",
                        Message.of("means.error.horizon-range", BookingRules.HORIZON_EVER))
                .that(
                        rules.hours().isSound() && rules.hours().write().length() <= 500,
                        "hours",
                        Message.of("means.error.hours"))
                .that(
                        !rules.slot().isNegative()
                                && rules.slot().toMinutes() <= 1440
                                && isSlot(rules.slot().toMinutes()),
                        "slot",
                        Message.of("means.error.slot"))
                .that(
                        rules.closures().isSound() && rules.closures().write().length() <= 4000,
                        "closures",
                        Message.of("means.error.closures"));
    }

    private static void lending(InvalidInput.Check check, MeansDraft draft) {
        Lending lending = draft.lending();
        Duration quota = lending.quota();
        check.atMost(lending.certificate(), 100, "certificate")
                .atMost(lending.deposit(), 200, "deposit")
                .atMost(draft.contact(), 200, "contact")
                .atMost(draft.terms(), 50_000, "terms")
                .that(isPrintable(lending.certificate()), "certificate", Message.of("means.error.characters"))
                .that(
                        lending.answerWithin().toHours() >= 1
                                && lending.answerWithin().toDays() <= 30,
                        "answerWithin",
                        Message.of("means.error.answer-range"))
                .that(
                        !lending.holdFor().isNegative() && lending.holdFor().toDays() <= 14,
                        "holdFor",
                        Message.of("means.error.hold-range"))
                .that(
                        !lending.freeCancelling().isNegative()
                                && lending.freeCancelling().toDays() <= 90,
                        "freeCancelling",
                        Message.of("means.error.notice-range"))
                .that(quota == null || quota.toHours() >= 1, "quota", Message.of("means.error.quota-range"))
                .that(
                        draft.capacity() == null || draft.capacity() >= 1 && draft.capacity() <= 100_000,
                        "capacity",
                        Message.of("means.error.capacity"))
                .that(
                        draft.at() == null
                                || Math.abs(draft.at().latitude()) <= 90
                                        && Math.abs(draft.at().longitude()) <= 180,
                        "latitude",
                        Message.of("means.error.point"));
    }

    private static boolean isBuffer(Duration buffer) {
        return !buffer.isNegative() && buffer.compareTo(BookingRules.BUFFER_EVER) <= 0;
    }

    /** A grid divides the day. */
    private static boolean isSlot(long minutes) {
        return minutes == 0 || 1440 % minutes == 0;
    }

    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
