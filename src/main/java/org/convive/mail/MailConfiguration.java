package org.convive.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** This node's postman, his working day, and what the site's operator sees of it. */
@Configuration
@EnableConfigurationProperties({MailProperties.class, ImapProperties.class})
class MailConfiguration {
    private static final Duration LATE = Duration.ofMinutes(15);

    private final MailProperties properties;
    private final String node;

    MailConfiguration(MailProperties properties, @Value("${server.port:8080}") String port) {
        this.properties = properties;
        this.node = properties.node() == null ? hostName() + ":" + port : properties.node();
    }

    @Bean
    Postman postman(Claims claims, JavaMailSenderImpl server, MeterRegistry meters, Clock clock) {
        return new Postman(claims, server, properties, meters, clock, node);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "convive.mail.delivery", matchIfMissing = true)
    PostOffice postOffice(Claims claims, Postman postman) {
        return new PostOffice(claims, postman, node);
    }

    /** Only where there is a mailbox to read. */
    @Bean
    @ConditionalOnProperty("convive.imap.host")
    @ConditionalOnBooleanProperty(name = "convive.mail.delivery", matchIfMissing = true)
    InboxWatch inboxWatch(ImapProperties imap, InboxRows rows, List<IncomingMailHandler> handlers, Clock clock) {
        return new InboxWatch(imap, rows, handlers, clock, node);
    }

    /** Late mail is told, but is no reason to take the portal away from its readers. */
    @Bean
    HealthIndicator mailQueueHealthIndicator(Claims claims, Clock clock) {
        return () -> {
            Optional<Instant> oldest = claims.oldestDue();
            boolean late = oldest.filter(since -> since.isBefore(clock.instant().minus(LATE)))
                    .isPresent();
            var health = late ? Health.status(new Status("DELAYED")) : Health.up();
            oldest.ifPresent(since -> health.withDetail("oldestQueued", since.toString()));
            return health.build();
        };
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
