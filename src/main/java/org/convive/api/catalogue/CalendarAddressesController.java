package org.convive.api.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.convive.api.Asked;
import org.convive.api.Items;
import org.convive.api.Resource;
import org.convive.calendar.Subscription;
import org.convive.calendar.Subscriptions;
import org.convive.identity.Actors;
import org.convive.identity.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Addresses that calendar programs read: one's own calendar, that of a means, of a company's means, of the cluster. */
@Resource
@RequestMapping("/api/v1")
@Tag(name = "Calendars")
class CalendarAddressesController {
    private final Actors actors;
    private final CurrentUser currentUser;
    private final Subscriptions subscriptions;

    CalendarAddressesController(Actors actors, CurrentUser currentUser, Subscriptions subscriptions) {
        this.actors = actors;
        this.currentUser = currentUser;
        this.subscriptions = subscriptions;
    }

    /** An address that was made. */
    record AddressBody(
            long id,
            String kind,
            long subject,
            String name,
            OffsetDateTime since,

            @Schema(description = "When a calendar last read it") @Nullable
            OffsetDateTime lastRead) {
        static AddressBody of(Subscription one) {
            Instant read = one.lastRead();
            return new AddressBody(
                    one.id(),
                    one.kind(),
                    one.subject(),
                    one.name(),
                    one.since().atOffset(ZoneOffset.UTC),
                    read == null ? null : read.atOffset(ZoneOffset.UTC));
        }
    }

    /** Of which calendar. */
    @Schema(requiredProperties = {"kind", "subject"})
    record NewAddress(
            @Schema(description = "What it is of", example = "means") @Nullable
            String kind,

            @Schema(description = "The id of the means, or of the company") @Nullable
            Long subject) {}

    /** Told once: the portal keeps only a hash of it. */
    record Made(String address) {}

    @GetMapping("/me/calendar-addresses")
    @Operation(summary = "The addresses one has, the oldest first")
    Items<AddressBody> mine() {
        return Items.of(subscriptions.of(currentUser.require().personId()), AddressBody::of);
    }

    @PostMapping("/clusters/{slug}/calendar-addresses")
    @Operation(
            summary = "Makes an address for the calendar of a means or of a company's means",
            description = "Private details are hidden as on the pages. Whoever knows the address reads it.")
    ResponseEntity<Made> make(@PathVariable String slug, @RequestBody NewAddress asked) {
        String address = subscriptions.make(
                actors.in(slug), Asked.required(asked.kind(), "kind"), Asked.required(asked.subject(), "subject"));
        return ResponseEntity.status(HttpStatus.CREATED).body(new Made(address));
    }

    @DeleteMapping("/me/calendar-addresses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It stops working at once, for good")
    void revoke(@PathVariable long id) {
        subscriptions.revoke(currentUser.require().personId(), id);
    }
}
