package org.convive.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.convive.Convive;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application and the real database; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = Convive.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "convive.public-url=http://localhost:8080",
            "convive.issuer-uri=http://localhost:1/realms/convive",
            "convive.client-secret=unused",
            "convive.mail.delivery=off",
            "convive.meetings.clock=off",
            "convive.means.clock=false",
            "convive.means.rounds=off",
            "convive.mail.per-second=0",
            "convive.mail.per-domain=0",
            "convive.check-configuration=false",
            "spring.mail.host=localhost",
            "management.server.port=-1"
        })
@Import({OfflineIdentityProvider.class, Fixtures.class, RowLocks.class, TestNotices.class})
@ContextConfiguration(initializers = TestDatabase.class)
public @interface PortalTest {}
