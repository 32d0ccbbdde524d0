package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.convive.api.Items;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.MeansId;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.means.watch.UnmetDemand;
import org.convive.means.watch.Utilisation;
import org.convive.means.watch.UtilisationQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What using costs, how much the means are used, and what is missing. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Give and take")
class TariffsController {
    private final Actors actors;
    private final Tariffs tariffs;
    private final UtilisationQueries utilisation;
    private final UnmetDemand demand;

    TariffsController(Actors actors, Tariffs tariffs, UtilisationQueries utilisation, UnmetDemand demand) {
        this.actors = actors;
        this.tariffs = tariffs;
        this.utilisation = utilisation;
        this.demand = demand;
    }

    /** What using one unit costs, in minor units. */
    record TariffBody(
            int version,
            String currency,
            long perHour,
            long perDay,
            long perMeter,
            long perUse,
            long favourUpTo,

            @Schema(description = "Whether the booked time is charged when nobody came", defaultValue = "false")
            @Nullable
            Boolean noShow) {
        static TariffBody of(Tariff one) {
            return new TariffBody(
                    one.version(),
                    one.currency(),
                    one.perHour(),
                    one.perDay(),
                    one.perMeter(),
                    one.perUse(),
                    one.favourUpTo(),
                    one.noShow());
        }

        Tariff tariff() {
            return new Tariff(
                    version, currency, perHour, perDay, perMeter, perUse, favourUpTo, Boolean.TRUE.equals(noShow));
        }
    }

    /** How much of its open hours a means was used. */
    record UtilisationBody(Named means, Named owner, long usedMinutes, long openMinutes, int percent) {
        static UtilisationBody of(Utilisation one) {
            return new UtilisationBody(
                    new Named(one.means().value(), one.name()),
                    new Named(one.owner().value(), one.ownerName()),
                    one.usedMinutes(),
                    one.openMinutes(),
                    one.percent());
        }
    }

    /** Searches that found nothing; nobody is named. */
    record UnmetBody(String wish, int searches, int companies, long hours) {}

    /** A means whose slots people waited for without getting one. */
    record WaitedBody(Named means, String owner, int wishes, int companies, long hours) {}

    @GetMapping("/means/{id}/tariff")
    @Operation(summary = "What using a means costs")
    TariffBody tariff(@PathVariable String slug, @PathVariable long id) {
        return TariffBody.of(tariffs.of(actors.in(slug), new MeansId(id)));
    }

    @PutMapping("/means/{id}/tariff")
    @Operation(
            summary = "Changes what using a means costs, for bookings made from now on; a deed of its owner",
            description = "The version is the one that was read, 0 for the first.")
    TariffBody setTariff(@PathVariable String slug, @PathVariable long id, @RequestBody TariffBody asked) {
        Actor actor = actors.in(slug);
        tariffs.set(actor, new MeansId(id), asked.tariff());
        return TariffBody.of(tariffs.of(actor, new MeansId(id)));
    }

    @GetMapping("/utilisation")
    @Operation(summary = "How much of their open hours the own means are used; all means for animators")
    Items<UtilisationBody> used(@PathVariable String slug, @RequestParam(defaultValue = "12") int weeks) {
        return Items.of(utilisation.list(actors.in(slug), weeks), UtilisationBody::of);
    }

    @GetMapping("/unmet-demand")
    @Operation(summary = "What was looked for in vain in the last year; for animators")
    Items<UnmetBody> unmet(@PathVariable String slug) {
        return Items.of(
                demand.missing(actors.in(slug)),
                one -> new UnmetBody(one.wish(), one.searches(), one.companies(), one.hours()));
    }

    @GetMapping("/unmet-demand/waiting")
    @Operation(summary = "The means whose slots people waited for in vain in the last year; for animators")
    Items<WaitedBody> waited(@PathVariable String slug) {
        return Items.of(
                demand.waited(actors.in(slug)),
                one -> new WaitedBody(
                        new Named(one.means().value(), one.name()),
                        one.owner(),
                        one.wishes(),
                        one.companies(),
                        one.hours()));
    }
}
