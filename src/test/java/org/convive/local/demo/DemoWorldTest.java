package org.convive.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Membership;
import org.convive.identity.Memberships;
import org.convive.meetings.MeetingCard;
import org.convive.meetings.MeetingQueries;
import org.convive.shared.EmailAddress;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
@Import(DemoBeans.class)
class DemoWorldTest {
    private static final String HERE =
            " WHERE cluster_id IN (SELECT id FROM cluster WHERE slug IN ('verre-d-orsenne', 'val-mecanique'))";

    @Autowired
    DemoWorld world;

    @Autowired
    DemoClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Memberships memberships;

    @Autowired
    Actors actors;

    @Autowired
    MeetingQueries meetings;

    @BeforeEach
    void aLocalStart() {
        world.tell();
    }

    @Test
    void aSecondStartAddsNothing() {
        Map<String, Long> before = counts();
        assertThat(world.tell()).isEmpty();
        assertThat(counts()).isEqualTo(before);
        assertThat(clock.tellsAStory()).isFalse();
    }

    @Test
    void bothClustersAreInhabited() {
        assertThat(counts())
                .containsEntry("organisation", 32L)
                .containsEntry("membership", 60L)
                .containsEntry("means", 15L)
                .containsEntry("meeting", 39L)
                .containsEntry("newsletter_issue", 6L)
                .containsEntry("join_request", 1L)
                .hasEntrySatisfying("booking", bookings -> assertThat(bookings).isBetween(150L, 900L))
                .hasEntrySatisfying("audit", deeds -> assertThat(deeds).isGreaterThan(100L));
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM cluster WHERE is_public AND slug IN ('verre-d-orsenne', 'val-mecanique')")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theDemoAccountsAreWhatTheReadmeSays() {
        assertThat(memberships("helene.aubrac@saulnaye.example"))
                .containsExactly("verre-d-orsenne MANAGER Verrerie Saulnaye");
        assertThat(memberships("marc.delporte@moulin-fauvel.example"))
                .containsExactly("verre-d-orsenne MANAGER Moulin-Fauvel");
        assertThat(memberships("nadia.ferhaoui@corvaine.example"))
                .containsExactly("verre-d-orsenne MEMBER Polissage Corvaine");
        assertThat(memberships("camille.ferrand@verre-orsenne.example"))
                .containsExactly("verre-d-orsenne ANIMATOR Maison du Verre");
        assertThat(memberships("ada@convive.example")).containsExactly("verre-d-orsenne MEMBER Maison du Verre");
        assertThat(memberships("otto.brenner@val-mecanique.example"))
                .containsExactly("val-mecanique MANAGER Brenner Décolletage");
        assertThat(accounts.find(new EmailAddress("paul.tout-neuf@ailleurs.example")))
                .isEmpty();
    }

    @Test
    void noUnitIsPromisedTwice() {
        assertThat(jdbc.sql("""
                                SELECT COUNT(*) FROM occupancy a JOIN occupancy b
                                ON b.unit_id = a.unit_id AND b.id > a.id AND b.starts < a.ends AND a.starts < b.ends""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("SELECT MIN(starts_at) < NOW() AND MAX(starts_at) > NOW() FROM booking" + HERE)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void everyMeansIsBookedBeforeAndAfterToday() {
        assertThat(jdbc.sql("""
                                SELECT COUNT(*) FROM means m WHERE NOT EXISTS (SELECT 1 FROM booking b
                                WHERE b.means_id = m.id AND b.starts_at > NOW())
                                OR NOT EXISTS (SELECT 1 FROM booking b WHERE b.means_id = m.id AND b.ends_at < NOW())""".replace("m WHERE", "m" + HERE + " AND (") + ")")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingWasDoneInTheFuture() {
        Instant now = clock.instant().plus(Duration.ofSeconds(5));
        for (String moment : List.of("audit.at", "booking.created_at", "meeting.created_at", "membership.since")) {
            String table = moment.substring(0, moment.indexOf('.'));
            Instant latest = org.convive.shared.Utc.moment(jdbc.sql("SELECT MAX(" + moment + ") FROM " + table + HERE)
                    .query(java.time.LocalDateTime.class)
                    .single());
            assertThat(latest).as(moment).isBefore(now);
        }
    }

    @Test
    void heleneIsAskedToTheSupperAtTheFurnace() {
        Actor helene = helene();
        Map<String, MeetingCard> coming = meetings.list(helene, MeetingQueries.Selection.UPCOMING, 100).stream()
                .collect(Collectors.toMap(MeetingCard::title, card -> card));
        MeetingCard supper = coming.get("Supper at the furnace");
        assertThat(supper.capacity()).isEqualTo(24);
        assertThat(supper.coming()).isEqualTo(17);
        assertThat(supper.mine()).isNull();
        assertThat(coming.values()).anyMatch(card -> card.waiting() > 1 && card.seatsTaken() == 10);
        assertThat(meetings.awaited(helene)).isBetween(3, 9);
    }

    @Test
    void onlyRecentLettersToPeopleWhoCanSignInAreUnderWay() {
        List<String> queued = jdbc.sql("""
                        SELECT DISTINCT d.address FROM mail_delivery d JOIN mail_letter l ON l.id = d.letter_id
                        JOIN cluster c ON c.id = l.cluster_id
                        WHERE c.slug IN ('verre-d-orsenne', 'val-mecanique') AND d.state IN ('QUEUED', 'PAUSED', 'CLAIMED')""").query(String.class).list();
        assertThat(queued)
                .contains("camille.ferrand@verre-orsenne.example", "helene.aubrac@saulnaye.example")
                .hasSizeLessThanOrEqualTo(6);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail_delivery WHERE state = 'SENT'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(100);
    }

    private Actor helene() {
        Account account = accounts.find(new EmailAddress("helene.aubrac@saulnaye.example"))
                .orElseThrow();
        Membership membership = told(account).findFirst().orElseThrow();
        return actors.member(account.id(), membership.cluster()).orElseThrow();
    }

    private List<String> memberships(String email) {
        Account account = accounts.find(new EmailAddress(email)).orElseThrow();
        return told(account)
                .map(membership -> membership.slug() + " " + membership.role() + " " + membership.organisationName())
                .toList();
    }

    /** Other tests of the run may have let the same people into clusters of their own. */
    private Stream<Membership> told(Account account) {
        return memberships.of(account.id()).stream()
                .filter(membership -> DemoWorld.STORIES.contains(membership.slug()));
    }

    private Map<String, Long> counts() {
        return List.of(
                        "organisation",
                        "site",
                        "membership",
                        "means",
                        "booking",
                        "meeting",
                        "newsletter_issue",
                        "join_request",
                        "mail_letter",
                        "audit")
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("SELECT COUNT(*) FROM " + table + HERE)
                                .query(Long.class)
                                .single()));
    }
}
