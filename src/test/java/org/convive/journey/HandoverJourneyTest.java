package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.convive.means.BookingId;
import org.convive.means.BookingRequest;
import org.convive.means.BookingRules;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansWorld;
import org.convive.means.catalogue.MeansPapers;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.junit.jupiter.api.Test;

class HandoverJourneyTest extends MeansJourney {
    @Test
    void onAPhoneTheCodeOnTheMachineLeadsToTakingItAndGivingItBack() {
        MeansId drill = share(plain(named("Core drill"), "D1"));
        stage.bean(UseService.class).change(helene, drill, new UseRules(true, 30, true, Meter.NONE, "Wear gloves", 0));
        Instant soon = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
        BookingId his = book(marc, new BookingRequest(drill, soon, soon.plusSeconds(7200), 1, "", null));
        String code = stage.bean(MeansPapers.class)
                .address(marc, stage.bean(MeansQueries.class).get(marc, drill).means());

        var phone = visitorWithPhone().signIn("marc", code.substring(stage.url().length()));
        assertThat(phone.text("Wear gloves").first()).isVisible();
        phone.button("I take it").click();
        assertThat(phone.text("Taken. It is yours now.")).isVisible();
        phone.button("I give it back").click();
        assertThat(phone.text("Given back. Thank you.")).isVisible();
        assertThat(stage.bean(UseService.class).page(marc, his).out()).isNotNull();
        assertThat((Boolean) phone.page()
                        .evaluate("document.scrollingElement.scrollWidth <= document.documentElement.clientWidth + 1"))
                .isTrue();
        assertThat(phone.errors()).isEmpty();
    }

    @Test
    void reportedDamageBlocksTheUnitUntilItsOwnerReleasesIt() {
        MeansId lathe = share(plain(named("Glass lathe"), "L1"));
        var finder = visitor().signIn("nadia", ORSENNE + "/means/" + lathe + "/damage");
        finder.page().getByLabel("What is wrong").fill("The spindle is broken");
        finder.button("Report it").click();
        finder.expectHeading("Damage: ");
        finder.page().waitForURL(Pattern.compile(".*/damage/[0-9]+$"));
        String damage = finder.page().url().substring(stage.url().length());

        var booker = visitor().signIn("marc", pageOf(lathe, "08:00", "10:00"));
        assertThat(booker.page()
                        .locator(".cv-means-panel")
                        .getByText("is taken")
                        .first())
                .isVisible();
        assertThat(booker.text("damaged and out of use").first()).isVisible();

        var owner = visitor().signIn("helene", damage);
        owner.button("It works: release it").click();
        assertThat(owner.text("Works again").first()).isVisible();
        booker.open(pageOf(lathe, "08:00", "10:00"));
        book(booker).click();
        assertThat(booker.text("Booked.")).isVisible();
        assertThat(standing(lathe)).isEqualTo(1);
        assertThat(owner.errors()).isEmpty();
        assertThat(booker.errors()).isEmpty();
    }

    @Test
    void aBookingThatDamageHitsGoesWhereItsOwnerOffersWithOneTap() {
        String able = named("bending");
        String spareName = named("Spare bench");
        BookingRules rules = BookingRules.lenient(MeansWorld.PARIS);
        MeansId bench = share(MeansWorld.draft(named("Bench"), rules, List.of(able), "B1"));
        MeansId spare = share(MeansWorld.draft(spareName, rules, List.of(able), "S1"));
        BookingId his = book(marc, hours(bench, AHEAD, 8));
        long report = stage.bean(DamageService.class)
                .report(
                        nadia,
                        new DamageReport(
                                bench, unit(bench, 0).id(), null, "The clamp is torn", true, List.of(), named("key")));

        var owner = visitor().signIn("helene", ORSENNE + "/damage/" + report);
        assertThat(owner.text("One booking is hit").first()).isVisible();
        owner.button("Offer " + spareName).first().click();
        assertThat(owner.text("is told and decides").first()).isVisible();
        assertThat(owner.text("is offered").first()).isVisible();
        owner.button("Undo").click();
        assertThat(owner.text("Taken back").first()).isVisible();
        owner.button("Offer " + spareName).first().click();
        assertThat(owner.text("is offered").first()).isVisible();

        var phone = visitorWithPhone().signIn("marc", ORSENNE + "/bookings/" + his);
        assertThat(phone.text("offers you something else").first()).isVisible();
        phone.button("Take " + spareName).first().click();
        phone.expectHeading(spareName);
        assertThat(standing(spare)).isEqualTo(1);
        assertThat(standing(bench)).isZero();
        assertThat((Boolean) phone.page()
                        .evaluate("document.scrollingElement.scrollWidth <= document.documentElement.clientWidth + 1"))
                .isTrue();
        assertThat(owner.errors()).isEmpty();
        assertThat(phone.errors()).isEmpty();
    }
}
