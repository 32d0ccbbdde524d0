package org.convive.api.means;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Named;
import org.convive.api.Resource;
import org.convive.api.Times;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.means.BookingId;
import org.convive.means.LendingTerms;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansTrail;
import org.convive.means.catalogue.Certificates;
import org.convive.means.catalogue.FairShare;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is agreed about a means: terms in versions, how it is handed over, who was shown it, each company's part. */
@Resource
@RequestMapping("/api/v1/clusters/{slug}")
@Tag(name = "Means")
class AgreementsController {
    private final Actors actors;
    private final MeansQueries means;
    private final LendingTerms terms;
    private final UseService uses;
    private final Certificates certificates;
    private final FairShare shares;
    private final MeansTrail trail;

    AgreementsController(
            Actors actors,
            MeansQueries means,
            LendingTerms terms,
            UseService uses,
            Certificates certificates,
            FairShare shares,
            MeansTrail trail) {
        this.actors = actors;
        this.means = means;
        this.terms = terms;
        this.uses = uses;
        this.certificates = certificates;
        this.shares = shares;
        this.trail = trail;
    }

    /** A version of rules and terms. */
    record TermsBody(
            long id,

            @Schema(description = "Counts from 1 within the means")
            int number,

            Named means,
            String person,
            OffsetDateTime at,
            RulesSheet rules,
            LendingSheet lending,
            String price,

            @Schema(description = "Markdown, empty when the owner has none")
            String text) {
        static TermsBody of(Actor actor, OrganisationId owner, LendingTerms.Version one) {
            return new TermsBody(
                    one.id(),
                    one.number(),
                    new Named(one.means().value(), one.meansName()),
                    one.personName(),
                    Times.at(actor, one.at()),
                    RulesSheet.of(one.rules()),
                    LendingSheet.of(actor, owner, one.lending()),
                    one.price(),
                    one.text());
        }
    }

    /** How a means is handed over. */
    record UseRulesBody(
            boolean checkIn,

            @Schema(description = "So long after the start an unclaimed booking gives its slot back; 0 for never")
            int noShowMinutes,

            boolean ownerConfirms,
            @Nullable Meter meter,
            @Schema(description = "Markdown") @Nullable String instructions,

            @Schema(description = "The one that was read; 0 for the first")
            int version) {
        static UseRulesBody of(UseRules rules) {
            return new UseRulesBody(
                    rules.checkIn(),
                    rules.noShowMinutes(),
                    rules.ownerConfirms(),
                    rules.meter(),
                    rules.instructions(),
                    rules.version());
        }

        UseRules rules() {
            return new UseRules(
                    checkIn,
                    noShowMinutes,
                    ownerConfirms,
                    Asked.or(meter, Meter.NONE),
                    Asked.text(instructions),
                    version);
        }
    }

    /** Until when somebody may use what asks for a certificate. */
    @Schema(requiredProperties = "until")
    record Grant(@Nullable LocalDate until) {}

    /** Somebody who was shown. */
    record HolderBody(Named person, LocalDate until) {}

    /** What a company has of a means this quarter. */
    record PartBody(Named company, long minutes) {}

    /** A quarter of a means. */
    record ShareBody(LocalDate firstDay, long fairMinutes, List<PartBody> parts) {}

    /** Something that was done. */
    record TrailBody(
            OffsetDateTime at,

            @Schema(description = "Empty for what the portal did by itself")
            String person,

            @Schema(example = "means.changed") String deed,
            String detail) {}

    @GetMapping("/means/{id}/terms")
    @Operation(summary = "The versions of a means' rules and terms, newest first")
    Items<TermsBody> versions(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        Means of = means.get(actor, new MeansId(id)).means();
        return Items.of(terms.of(actor, of.id()), one -> TermsBody.of(actor, of.owner(), one));
    }

    @GetMapping("/terms/{id}")
    @Operation(summary = "One version of rules and terms, as it was agreed")
    TermsBody version(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        LendingTerms.Version one = terms.get(actor, id);
        return TermsBody.of(actor, means.get(actor, one.means()).means().owner(), one);
    }

    @GetMapping("/means/{id}/use-rules")
    @Operation(summary = "How a means is handed over")
    UseRulesBody useRules(@PathVariable String slug, @PathVariable long id) {
        return UseRulesBody.of(uses.rules(actors.in(slug), new MeansId(id)));
    }

    @PutMapping("/means/{id}/use-rules")
    @Operation(summary = "Changes how a means is handed over; a deed of its owner")
    UseRulesBody setUseRules(@PathVariable String slug, @PathVariable long id, @RequestBody UseRulesBody asked) {
        Actor actor = actors.in(slug);
        uses.change(actor, new MeansId(id), asked.rules());
        return UseRulesBody.of(uses.rules(actor, new MeansId(id)));
    }

    @GetMapping("/means/{id}/certificates")
    @Operation(summary = "Who was shown how to use a means, until when; for its owner")
    Items<HolderBody> holders(@PathVariable String slug, @PathVariable long id) {
        return Items.of(
                certificates.of(actors.in(slug), new MeansId(id)),
                one -> new HolderBody(new Named(one.person().value(), one.name()), one.until()));
    }

    @PutMapping("/means/{id}/certificates/{person}")
    @Operation(summary = "Says that a member may use it until that day; said again, it is prolonged or ends earlier")
    Items<HolderBody> grant(
            @PathVariable String slug, @PathVariable long id, @PathVariable long person, @RequestBody Grant grant) {
        certificates.grant(
                actors.in(slug), new MeansId(id), new PersonId(person), Asked.required(grant.until(), "until"));
        return holders(slug, id);
    }

    @DeleteMapping("/means/{id}/certificates/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a certificate back; bookings made stay")
    void revoke(@PathVariable String slug, @PathVariable long id, @PathVariable long person) {
        certificates.revoke(actors.in(slug), new MeansId(id), new PersonId(person));
    }

    @GetMapping("/means/{id}/fair-share")
    @Operation(summary = "What each company has of a means this quarter, and its fair part")
    ShareBody share(@PathVariable String slug, @PathVariable long id) {
        FairShare.Share share = shares.of(actors.in(slug), new MeansId(id));
        return new ShareBody(
                share.firstDay(),
                share.fair().toMinutes(),
                share.parts().stream()
                        .map(part -> new PartBody(
                                new Named(part.company().value(), part.name()),
                                part.used().toMinutes()))
                        .toList());
    }

    @GetMapping("/means/{id}/trail")
    @Operation(summary = "Who did what to a means when, newest first; for its owner and animators")
    Items<TrailBody> trail(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(
                trail.ofMeans(actor, new MeansId(id)),
                one -> new TrailBody(Times.at(actor, one.at()), one.name(), one.deed(), one.detail()));
    }

    @GetMapping("/bookings/{id}/trail")
    @Operation(
            summary = "Who did what to a booking when, newest first; for the booker's company, the owner and animators")
    Items<TrailBody> bookingTrail(@PathVariable String slug, @PathVariable long id) {
        Actor actor = actors.in(slug);
        return Items.of(
                trail.ofBooking(actor, new BookingId(id)),
                one -> new TrailBody(Times.at(actor, one.at()), one.name(), one.deed(), one.detail()));
    }
}
