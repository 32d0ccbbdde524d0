package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Named;
import org.convive.api.OffsetTime;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.api.Window;
import org.convive.directory.GeoPoint;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.Finder;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.Money;
import org.convive.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What is free: one thing or several that are needed together, at a time or some time within days. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Means")
class FindingController {
    private static final int MOST_NEEDS = 8;

    private final Actors actors;
    private final Finder finder;
    private final Tariffs tariffs;

    FindingController(Actors actors, Finder finder, Tariffs tariffs) {
        this.tariffs = tariffs;
        this.actors = actors;
        this.finder = finder;
    }

    /** One thing that is needed. */
    record NeedBody(
            @Schema(description = "A word of its name or of what it can do") @Nullable
            String text,

            @Nullable MeansKind kind,

            @Schema(defaultValue = "1") @Nullable Integer units,

            @Schema(description = "For how many people or things") @Nullable
            Integer capacity) {}

    /** What is looked for. */
    @Schema(requiredProperties = {"needs", "from", "to"})
    record NewSearch(
            @Schema(description = "At most 8") @Nullable List<NeedBody> needs,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime from,

            @JsonDeserialize(using = OffsetTime.class) @Nullable
            OffsetDateTime to,

            @Schema(description = "How long within the period; all of it when left out") @Nullable
            Integer minutes,

            @Schema(description = "Where the person is") @Nullable
            Double latitude,

            @Nullable Double longitude,

            @Schema(description = "How far it may be from there") @Nullable
            Integer withinKm,

            @Schema(
                    description =
                            "What each may cost for the time and units, in minor units of the currency; what costs"
                                    + " another currency is left out, what is free never")
            @Nullable
            Long maxMinor,

            @Schema(description = "Of maxMinor, ISO 4217; XXX for credits", defaultValue = "EUR") @Nullable
            String currency) {

        private BiPredicate<Means, Finder.Need> affordable(Map<MeansId, Tariff> tariffs, Duration length) {
            Long limit = maxMinor;
            if (limit == null) {
                return (means, need) -> true;
            }
            Money most = Money.of(limit, currency == null ? "EUR" : currency);
            int minutes = (int) Math.min(length.toMinutes(), Integer.MAX_VALUE);
            return (means, need) ->
                    tariffs.getOrDefault(means.id(), Tariff.FREE).isWithin(most, minutes, Math.max(1, need.units()));
        }

        Finder.Search search(Supplier<Map<MeansId, Tariff>> tariffs) {
            List<NeedBody> some = Asked.list(needs);
            InvalidInput.check()
                    .that(!some.isEmpty(), "needs", Message.of("shared.error.required"))
                    .that(some.size() <= MOST_NEEDS, "needs", Message.of("api.error.limit", MOST_NEEDS))
                    .that(minutes == null || minutes > 0, "minutes", Message.of("api.error.number"))
                    .that(maxMinor == null || maxMinor >= 0, "maxMinor", Message.of("api.error.number"))
                    .that(
                            currency == null
                                    || Currency.getAvailableCurrencies().stream()
                                            .anyMatch(
                                                    one -> one.getCurrencyCode().equals(currency)),
                            "currency",
                            Message.of("means.ledger.error.currency"))
                    .orThrow();
            TimeSlot window = Window.of(from, to);
            Duration length = minutes == null ? window.length() : Duration.ofMinutes(minutes);
            InvalidInput.check()
                    .that(length.compareTo(window.length()) <= 0, "minutes", Message.of("api.error.window-order"))
                    .orThrow();
            return new Finder.Search(
                    some.stream()
                            .map(one -> new Finder.Need(
                                    Asked.text(one.text()), one.kind(), Asked.or(one.units(), 1), one.capacity()))
                            .toList(),
                    window,
                    length,
                    latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                    withinKm,
                    affordable(maxMinor == null ? Map.of() : tariffs.get(), length));
        }
    }

    /** A means that would do. */
    record CandidateBody(
            Named means,
            Named owner,
            String place,
            String price,
            int unitsFree,

            @Schema(description = "How far it is, when both places are known") @Nullable
            Double km) {
        static CandidateBody of(Finder.Candidate one) {
            return new CandidateBody(
                    new Named(one.means().id().value(), one.means().name()),
                    new Named(one.means().owner().value(), one.means().ownerName()),
                    one.means().place(),
                    one.means().price(),
                    one.freeUnits(),
                    one.km());
        }
    }

    /** A time at which everything can be had, one means for each need in their order. */
    record ProposalBody(OffsetDateTime from, OffsetDateTime to, List<CandidateBody> means) {}

    @PostMapping("/searches")
    @Operation(
            summary = "What is free: times at which all that is needed can be had together, soonest first",
            description = "At an exact time, or some time within at most 31 days; at most eight proposals, two a day.")
    Items<ProposalBody> proposals(@PathVariable String slug, @RequestBody NewSearch wish) {
        Actor actor = actors.in(slug);
        return Items.of(
                finder.proposals(actor, wish.search(() -> tariffs.current(actor))),
                one -> new ProposalBody(
                        Times.at(actor, one.slot().from()),
                        Times.at(actor, one.slot().to()),
                        one.candidates().stream().map(CandidateBody::of).toList()));
    }

    @PostMapping("/searches/candidates")
    @Operation(summary = "All means that would do for one need at an exact time, nearest first")
    Items<CandidateBody> candidates(@PathVariable String slug, @RequestBody NewSearch wish) {
        Actor actor = actors.in(slug);
        Finder.Search search = wish.search(() -> tariffs.current(actor));
        return Items.of(finder.candidates(actor, search, search.needs().getFirst()), CandidateBody::of);
    }
}
