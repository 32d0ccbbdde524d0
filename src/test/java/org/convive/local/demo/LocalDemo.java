package org.convive.local.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** Fills an empty database with the demo world when the portal is started locally. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@Import(DemoBeans.class)
class LocalDemo {
    @Bean
    ApplicationRunner demoWorldTeller(DemoWorld world) {
        return arguments -> {
            long started = System.nanoTime();
            String told = world.tell();
            if (!told.isEmpty()) {
                long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
                new PrintStream(System.out, true, StandardCharsets.UTF_8)
                        .printf(Locale.ROOT, "%8s %s (%.1f s)%n", "", told, millis / 1000.0);
            }
        };
    }
}
