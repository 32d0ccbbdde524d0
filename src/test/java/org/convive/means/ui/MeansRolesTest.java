package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import java.time.LocalDate;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.BookingId;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.uikit.Timeline;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What each page of shared means is for each person: owner, booker, animator, somebody without a company, outsiders. */
class MeansRolesTest extends MeansPages {
    @Autowired
    DamageService damages;

    private String at() {
        return "?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=10:00";
    }

    private List<String> pages(BookingId booking) {
        return List.of(
                "means",
                "means?span=week&group=owner",
                "means?span=month&group=place&zoom=2",
                "means?view=list",
                "means/" + scanner,
                "means/" + scanner + "/repeat",
                "means/find",
                "means/find?need=scanner~test_bench~1~&need=scanner",
                "means/plan",
                "means/catalogue",
                "bookings",
                "bookings?of=company",
                "bookings?of=lent",
                "bookings/" + booking,
                "means/" + scanner + "/damage",
                "means/" + scanner + "/here",
                "damage/" + damage(),
                "give-and-take",
                "utilisation");
    }

    /** Of the owner and the animators. */
    private List<String> ownersPages() {
        return List.of(
                "means/" + scanner + "/edit",
                "means/" + scanner + "/use",
                "means/" + scanner + "/maintenance",
                "means/" + scanner + "/tariff");
    }

    /** Told by its owner; the unit stays in use. */
    private long damage() {
        long unit = queries.get(sarcelle, scanner).means().units().getFirst().id();
        return damages.report(
                sarcelle, new DamageReport(scanner, unit, null, "The door jams", false, List.of(), "roles"));
    }

    private static boolean canPress(String text) {
        return !_find(Button.class, spec -> spec.withText(text)).isEmpty();
    }

    @Test
    void everyMemberOpensEveryPage() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 2));
        Actor guest = fixtures.member(camille, "Guest", null);
        for (Actor person : List.of(sarcelle, helene, marc, camille, guest)) {
            signIn(person);
            for (String page : pages(hers)) {
                open(here(page));
                assertThat(shown()).as(page).endsWith("View");
                assertThat(_get(H1.class).getText()).as(page).isNotBlank();
                assertThat(page()).as(page).doesNotContain("!means.");
            }
        }
    }

    @Test
    void nobodyOfAnotherClusterFindsAnyOfThem() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 2));
        List<String> pages = pages(hers);
        signIn(otto());
        for (String page : pages) {
            assertNotFound(here(page));
        }
        for (String page : ownersPages()) {
            assertNotFound(here(page));
        }
        assertNotFound(here("unmet-demand"));
    }

    @Test
    void whatIsTheOwnersOrTheAnimatorsIsRefusedToOthers() {
        Actor worker = fixtures.member(camille, "Worker", sarcelle.organisation());
        for (Actor person : List.of(helene, worker)) {
            signIn(person);
            for (String page : ownersPages()) {
                assertForbidden(here(page));
            }
        }
        for (Actor person : List.of(sarcelle, helene, worker)) {
            signIn(person);
            assertForbidden(here("unmet-demand"));
        }
        for (Actor person : List.of(sarcelle, camille)) {
            signIn(person);
            for (String page : ownersPages()) {
                open(here(page));
                assertThat(shown()).as(page).endsWith("View");
                assertThat(page()).as(page).doesNotContain("!means.");
            }
        }
        open(here("unmet-demand"));
        assertThat(shown()).isEqualTo("UnmetDemandView");
    }

    @Test
    void ownerAndAnimatorTakeItOutOfUseAndTheBookerDoesNot() {
        signIn(sarcelle);
        open(here("means" + at() + "&means=" + scanner));
        assertThat(canPress("Take it out of use")).isTrue();
        signIn(camille);
        open(here("means/" + scanner + at()));
        assertThat(canPress("Take out of use")).isTrue();
        signIn(helene);
        open(here("means/" + scanner + at()));
        assertThat(canPress("Take out of use") || canPress("Take it out of use"))
                .isFalse();
        assertForbidden(here("means/" + scanner + "/edit"));
    }

    @Test
    void whoStandsForNoCompanyLooksAndIsToldWhyThereIsNothingToPress() {
        signIn(fixtures.member(camille, "Guest", null));
        open(here("means/" + scanner + at()));
        assertThat(_find(Timeline.class)).hasSize(1);
        assertThat(page()).contains("You stand for no company here");
        open(here("means/" + scanner + "/repeat"));
        assertThat(page()).contains("You stand for no company here");
        assertForbidden(here("means/new"));
    }

    @Test
    void anotherCompanySeesThatItIsTakenAndCannotGiveItBack() {
        BookingId hers = bookings.book(helene, request(scanner, in(2, 8), 2));
        signIn(marc);
        open(here("bookings/" + hers));
        assertThat(page()).contains("Verrerie Saulnaye").doesNotContain("Line review");
        assertThat(canPress("Give back")).isFalse();
        assertThat(canPress("Another time")).isFalse();
    }
}
