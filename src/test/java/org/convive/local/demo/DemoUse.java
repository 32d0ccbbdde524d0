package org.convive.local.demo;

import java.time.Duration;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.ledger.Settling;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.means.use.Meter;
import org.convive.means.use.UseRules;
import org.convive.means.use.UseService;
import org.convive.means.watch.UnmetDemand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What using the means came to: prices, lines of give and take, searches in vain. */
class DemoUse {
    private static final String SLUG = "verre-d-orsenne";
    private static final List<String> PRICED = List.of("polariscope-saulnaye", "scanner", "minibus");

    private final Tariffs tariffs;
    private final Settling settling;
    private final UseService uses;
    private final UnmetDemand demand;
    private final MeansQueries queries;
    private final JdbcClient jdbc;
    private final DemoClock clock;

    DemoUse(
            Tariffs tariffs,
            Settling settling,
            UseService uses,
            UnmetDemand demand,
            MeansQueries queries,
            JdbcClient jdbc,
            DemoClock clock) {
        this.tariffs = tariffs;
        this.settling = settling;
        this.uses = uses;
        this.demand = demand;
        this.queries = queries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void tell(Cast cast) {
        // The story's bookings were made long ago: nobody is mailed about them now. One by one: the portal's own clock
        // may be telling some of them, and two who hold several rows would wait for each other.
        jdbc.sql("SELECT id FROM booking_event WHERE told = 0")
                .query(Long.class)
                .list()
                .forEach(id -> jdbc.sql("UPDATE booking_event SET told = 1 WHERE id = ?")
                        .param(id)
                        .update());
        if (!cast.animator().slug().equals(SLUG)) {
            return;
        }
        for (String key : PRICED) {
            MeansId id = cast.means(key);
            var owner = queries.get(cast.animator(), id).means().owner();
            Actor speaker = cast.everybody().stream()
                    .filter(person -> person.isManagerOf(owner))
                    .findFirst()
                    .orElse(cast.animator());
            clock.moveTo(clock.today().minus(Duration.ofDays(115)));
            tariffs.set(speaker, id, new Tariff(0, "EUR", 4_500, 24_000, 0, 0, key.equals("scanner") ? 60_000 : 0));
            uses.change(speaker, id, new UseRules(key.equals("minibus"), 0, true, Meter.NONE, "", 0));
        }
        clock.moveTo(clock.today().minus(Duration.ofMinutes(5)));
        var unused = settling.settle();
        for (String wish : List.of("laser ring", "water jet", "laser ring")) {
            cast.everybody().stream()
                    .filter(person -> person.organisation() != null)
                    .skip(wish.length())
                    .limit(4)
                    .forEach(person -> demand.nothingFound(
                            person, wish, clock.today(), clock.today().plus(Duration.ofHours(4))));
        }
    }
}
