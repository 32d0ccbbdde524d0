package org.convive.api.means;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.api.Asked;
import org.convive.identity.Actor;
import org.convive.means.Lending;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** To whom a company lends, and how it agrees. What is left out is as usual. Lengths are in minutes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LendingSheet(
        @Schema(description = "Others see when it is taken, not by whom") @Nullable
        Boolean freeBusy,

        @Schema(description = "Only the companies named may book, and the owner") @Nullable
        Boolean chosenOnly,

        @Schema(description = "Ids of companies; told to the owner and the animators only") @Nullable
        List<Long> chosen,

        @Schema(description = "What a person must have been shown before booking") @Nullable
        String certificate,

        @Schema(description = "The owner answers each request") @Nullable
        Boolean approval,

        @Schema(
                description =
                        "Ids of companies whose requests need no answer; told to the owner and the animators only")
        @Nullable
        List<Long> trusted,

        @Schema(description = "A request that is not answered that long lapses", defaultValue = "2880") @Nullable
        Integer answerMinutes,

        @Schema(description = "How long a hold is kept; 0 where nobody may hold", defaultValue = "1440") @Nullable
        Integer holdMinutes,

        @Schema(description = "The most that one company may book in a quarter; no limit when left out") @Nullable
        Integer quotaMinutes,

        @Schema(description = "Until how long before the start a booking is given back without a word") @Nullable
        Integer freeCancellingMinutes,

        @Schema(description = "As text") @Nullable String deposit) {

    static final LendingSheet USUAL =
            new LendingSheet(null, null, null, null, null, null, null, null, null, null, null);

    /** Whom a company trusts and chooses is between it and them: others are not told. */
    static LendingSheet of(Actor actor, OrganisationId owner, Lending lending) {
        boolean told = actor.isAnimator() || owner.equals(actor.organisation());
        Duration quota = lending.quota();
        return new LendingSheet(
                lending.freeBusy(),
                lending.chosenOnly(),
                told ? numbers(lending.chosen()) : null,
                lending.certificate(),
                lending.approval(),
                told ? numbers(lending.trusted()) : null,
                RulesSheet.minutes(lending.answerWithin()),
                RulesSheet.minutes(lending.holdFor()),
                quota == null ? null : RulesSheet.minutes(quota),
                RulesSheet.minutes(lending.freeCancelling()),
                lending.deposit());
    }

    private static List<Long> numbers(Set<OrganisationId> companies) {
        return companies.stream().map(OrganisationId::value).sorted().toList();
    }

    private static Set<OrganisationId> companies(@Nullable List<Long> numbers) {
        return Asked.list(numbers).stream().map(OrganisationId::new).collect(Collectors.toUnmodifiableSet());
    }

    Lending lending() {
        return new Lending(
                Boolean.TRUE.equals(freeBusy),
                Boolean.TRUE.equals(chosenOnly),
                companies(chosen),
                Asked.text(certificate),
                Boolean.TRUE.equals(approval),
                companies(trusted),
                minutes(answerMinutes, Lending.OPEN.answerWithin()),
                minutes(holdMinutes, Lending.OPEN.holdFor()),
                quotaMinutes == null ? null : Duration.ofMinutes(quotaMinutes),
                minutes(freeCancellingMinutes, Duration.ZERO),
                Asked.text(deposit));
    }

    private static Duration minutes(@Nullable Integer asked, Duration usual) {
        return asked == null ? usual : Duration.ofMinutes(asked);
    }
}
