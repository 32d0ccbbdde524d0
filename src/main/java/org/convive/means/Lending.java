package org.convive.means;

import java.time.Duration;
import java.util.Set;
import org.convive.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * To whom a company lends, and how it agrees.
 *
 * @param freeBusy others see when it is taken, not by whom
 * @param chosenOnly only the chosen companies may book, and the owner
 * @param chosen these companies
 * @param certificate what a person must have been shown before booking; empty for nothing
 * @param approval the owner answers each request
 * @param trusted companies whose requests need no answer
 * @param answerWithin a request that is not answered that long lapses
 * @param holdFor how long a tentative hold is kept; zero where nobody may hold
 * @param quota the most that one company may book in a quarter, over all units; null for no limit
 * @param freeCancelling until how long before the start a booking is given back without a word
 * @param deposit as text, empty for none
 */
public record Lending(
        boolean freeBusy,
        boolean chosenOnly,
        Set<OrganisationId> chosen,
        String certificate,
        boolean approval,
        Set<OrganisationId> trusted,
        Duration answerWithin,
        Duration holdFor,
        @Nullable Duration quota,
        Duration freeCancelling,
        String deposit) {

    /** Any member books at once. */
    public static final Lending OPEN = new Lending(
            false,
            false,
            Set.of(),
            "",
            false,
            Set.of(),
            Duration.ofHours(48),
            Duration.ofHours(24),
            null,
            Duration.ZERO,
            "");

    public Lending {
        chosen = Set.copyOf(chosen);
        trusted = Set.copyOf(trusted);
    }

    public Lending withApproval(Duration within, Set<OrganisationId> trusting) {
        return new Lending(
                freeBusy,
                chosenOnly,
                chosen,
                certificate,
                true,
                trusting,
                within,
                holdFor,
                quota,
                freeCancelling,
                deposit);
    }

    public Lending toChosen(Set<OrganisationId> companies) {
        return new Lending(
                freeBusy,
                true,
                companies,
                certificate,
                approval,
                trusted,
                answerWithin,
                holdFor,
                quota,
                freeCancelling,
                deposit);
    }

    public Lending withCertificate(String label) {
        return new Lending(
                freeBusy,
                chosenOnly,
                chosen,
                label,
                approval,
                trusted,
                answerWithin,
                holdFor,
                quota,
                freeCancelling,
                deposit);
    }

    public Lending withQuota(Duration most) {
        return new Lending(
                freeBusy,
                chosenOnly,
                chosen,
                certificate,
                approval,
                trusted,
                answerWithin,
                holdFor,
                most,
                freeCancelling,
                deposit);
    }

    /** Given back later than this before its start, a booking was given back late. */
    public Lending withFreeCancelling(Duration term) {
        return new Lending(
                freeBusy,
                chosenOnly,
                chosen,
                certificate,
                approval,
                trusted,
                answerWithin,
                holdFor,
                quota,
                term,
                deposit);
    }

    public Lending discreet() {
        return new Lending(
                true,
                chosenOnly,
                chosen,
                certificate,
                approval,
                trusted,
                answerWithin,
                holdFor,
                quota,
                freeCancelling,
                deposit);
    }

    /** Whether the company may book at all; the owner always may. */
    public boolean mayBook(OrganisationId company, OrganisationId owner) {
        return !chosenOnly || company.equals(owner) || chosen.contains(company);
    }

    /** Whether the owner has to answer a request of this company. */
    public boolean mustAsk(OrganisationId company, OrganisationId owner) {
        return approval && !company.equals(owner) && !trusted.contains(company);
    }
}
