package org.convive.local.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.convive.directory.ClusterQueries;
import org.convive.directory.Clusters;
import org.convive.directory.Competences;
import org.convive.directory.GeoPoint;
import org.convive.directory.JoinRequests;
import org.convive.directory.Organisations;
import org.convive.directory.Pictures;
import org.convive.directory.Sites;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.Memberships;
import org.convive.identity.SignedIn;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds the cluster, registers its organisations and admits its people. */
class DemoDirectory {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(9, 5);
    /** About two years. */
    private static final int LONG_AGO = 480;

    private final Clusters clusters;
    private final ClusterQueries clusterQueries;
    private final Organisations organisations;
    private final Sites sites;
    private final Competences competences;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Actors actors;
    private final Pictures pictures;
    private final JoinRequests joinRequests;
    private final DemoOutbox outbox;
    private final DemoClock clock;
    private final TransactionTemplate transaction;

    DemoDirectory(
            Clusters clusters,
            ClusterQueries clusterQueries,
            Organisations organisations,
            Sites sites,
            Competences competences,
            Accounts accounts,
            Memberships memberships,
            Actors actors,
            Pictures pictures,
            JoinRequests joinRequests,
            DemoOutbox outbox,
            DemoClock clock,
            TransactionTemplate transaction) {
        this.clusters = clusters;
        this.clusterQueries = clusterQueries;
        this.organisations = organisations;
        this.sites = sites;
        this.competences = competences;
        this.accounts = accounts;
        this.memberships = memberships;
        this.actors = actors;
        this.pictures = pictures;
        this.joinRequests = joinRequests;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    void tell(Cast cast) {
        transaction.executeWithoutResult(status -> {
            Actor animator = found(cast);
            cast.story().organisations().forEach(company -> register(cast, animator, company));
            cast.story().people().forEach(person -> admit(cast, animator, person));
            cast.story().asking().forEach(asker -> ask(cast, asker));
        });
    }

    private Actor found(Cast cast) {
        Story.Home home = cast.story().cluster();
        clock.moveTo(cast.days().moment(-LONG_AGO, MORNING));
        Story.Somebody founder = cast.story().people().stream()
                .filter(person -> person.name().equals(home.animator()))
                .findFirst()
                .orElseThrow();
        PersonId person = accounts.invite(new EmailAddress(founder.address()), founder.name());
        ClusterId cluster = clusters.found(
                new Clusters.Founding(home.slug(), home.name(), home.kind(), "FR", ZONE.getId()), person);
        Actor animator = actors.member(person, cluster).orElseThrow();
        clusters.update(
                animator,
                new Clusters.Details(
                        home.name(),
                        home.kind(),
                        home.territory(),
                        home.specialisation(),
                        home.town(),
                        point(home.at()),
                        home.presentation(),
                        home.website(),
                        true),
                clusterQueries.settings(animator).version());
        return animator;
    }

    private void register(Cast cast, Actor animator, Story.Company company) {
        clock.moveTo(cast.days().moment(-Math.max(1, company.months() * 21), MORNING.plusMinutes(40)));
        OrganisationId id = organisations.register(animator, company.name(), company.kind());
        organisations.update(
                animator,
                id,
                new Organisations.Details(
                        company.name(),
                        company.kind(),
                        company.trade(),
                        company.presentation(),
                        "https://www." + company.key() + ".example",
                        company.headcount()),
                0);
        cast.add(company.key(), id, site(animator, id, company, true));
        company.sites().forEach(other -> site(animator, id, other, false));
        if (!company.competences().isEmpty()) {
            competences.say(animator, id, company.competences());
        }
    }

    private SiteId site(Actor animator, OrganisationId id, Story.Company where, boolean main) {
        String name = where.site().isEmpty() ? where.town() : where.site();
        return sites.add(animator, id, new Sites.Address(name, where.address(), where.town(), point(where.at()), main));
    }

    private void admit(Cast cast, Actor animator, Story.Somebody somebody) {
        int days = somebody.days() == 0 ? LONG_AGO - 15 : somebody.days();
        Instant since = cast.days().moment(-days, MORNING.plusMinutes(75));
        clock.moveTo(since.isBefore(clock.today()) ? since : clock.today().minusSeconds(3600));
        PersonId id = accounts.invite(new EmailAddress(somebody.address()), somebody.name());
        if (somebody.account()) {
            outbox.deliverTo(somebody.address());
        }
        String language = somebody.language();
        Account account = accounts.get(id);
        accounts.update(
                id,
                new Accounts.Profile(
                        somebody.name(),
                        somebody.title(),
                        "",
                        somebody.about(),
                        language == null ? null : Locale.of(language),
                        account.colourScheme()),
                account.version());
        if (somebody.face() != null) {
            pictures.portrait(signedIn(id), Avatar.png(somebody.name(), somebody.face()));
        }
        memberships.admit(animator, id, organisation(cast, somebody), somebody.role());
        cast.add(actors.member(id, animator.cluster()).orElseThrow());
    }

    private static OrganisationId organisation(Cast cast, Story.Somebody somebody) {
        return cast.organisation(somebody.org());
    }

    private void ask(Cast cast, Story.Asker asker) {
        clock.moveTo(cast.days().moment(-1, LocalTime.of(16, 20)));
        PersonId id = accounts.invite(new EmailAddress(asker.email()), asker.name());
        joinRequests.ask(signedIn(id), cast.story().cluster().slug(), asker.organisation(), asker.message());
    }

    private static SignedIn signedIn(PersonId person) {
        return new SignedIn() {
            @Override
            public PersonId personId() {
                return person;
            }

            @Override
            public boolean isAdmin() {
                return false;
            }
        };
    }

    private static @Nullable GeoPoint point(@Nullable List<Double> at) {
        return at == null || at.size() < 2 ? null : new GeoPoint(at.get(0), at.get(1));
    }
}
