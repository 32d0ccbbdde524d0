package org.convive.local.demo;

import org.convive.mail.Outbox;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demo world adds to the portal; found by no component scan, so that only a local run and one test have it. */
@Import({
    DemoWorld.class,
    DemoDirectory.class,
    DemoMeans.class,
    DemoUse.class,
    DemoMeetings.class,
    DemoPlans.class,
    DemoCompany.class,
    DemoReaders.class,
    DemoAlbum.class,
    DemoCalendars.class,
    DemoLetters.class
})
class DemoBeans {
    @Bean
    @Primary
    DemoClock demoClock() {
        return new DemoClock();
    }

    @Bean
    @Primary
    DemoOutbox demoOutbox(@Qualifier("org.convive.mail.Ledger") Outbox ledger, JdbcClient jdbc, DemoClock clock) {
        return new DemoOutbox(ledger, jdbc, clock);
    }
}
