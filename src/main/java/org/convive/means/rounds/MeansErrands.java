package org.convive.means.rounds;

import java.time.Duration;
import org.convive.means.ledger.Settling;
import org.convive.means.telling.Reminders;
import org.convive.means.telling.ReplyErrand;
import org.convive.means.use.MaintenanceService;
import org.convive.means.use.NoShows;
import org.convive.notices.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The errands of shared means. */
@Configuration
class MeansErrands {
    @Bean
    Errand noShowErrand(NoShows noShows) {
        return Errand.of("slots given back because nobody came", Duration.ofMinutes(1), noShows::release);
    }

    @Bean
    Errand maintenanceErrand(MaintenanceService maintenance) {
        return Errand.of("times of maintenance added", Duration.ofHours(6), maintenance::carryOn);
    }

    @Bean
    Errand settlingErrand(Settling settling) {
        return Errand.of("uses settled", Duration.ofMinutes(5), settling::settle);
    }

    @Bean
    Errand statementErrand(Settling settling) {
        return Errand.of("companies with a statement", Duration.ofHours(6), settling::tellStatements);
    }

    @Bean
    Errand reminderErrand(Reminders reminders) {
        return Errand.of("bookings that begin soon", Duration.ofMinutes(10), reminders::remind);
    }

    @Bean
    Errand replyErrand(ReplyErrand replies) {
        return Errand.of("answers by mail carried out", Duration.ofSeconds(20), replies::carryOut);
    }

    @Bean
    Errand oldNoticesErrand(Notices notices) {
        return Errand.of("old notices forgotten", Duration.ofHours(6), notices::forgetOld);
    }
}
