package org.convive.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Names the first missing setting in one sentence at start, instead of failing somewhere deep. */
public class RequiredConfiguration implements EnvironmentPostProcessor {
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("spring.datasource.url", "the JDBC URL of the MariaDB database (SPRING_DATASOURCE_URL)");
        NEEDED.put("spring.datasource.username", "the database user (SPRING_DATASOURCE_USERNAME)");
        NEEDED.put("spring.datasource.password", "the database password (SPRING_DATASOURCE_PASSWORD)");
        NEEDED.put("convive.public-url", "the address people use to reach the portal (CONVIVE_PUBLIC_URL)");
        NEEDED.put("convive.issuer-uri", "the address of the Keycloak realm (CONVIVE_ISSUER_URI)");
        NEEDED.put("convive.client-secret", "the secret of the Keycloak client (CONVIVE_CLIENT_SECRET)");
        NEEDED.put("spring.mail.host", "the SMTP server (SPRING_MAIL_HOST)");
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getMainApplicationClass() == null
                || !"true".equals(environment.getProperty("convive.check-configuration", "true"))) {
            return;
        }
        NEEDED.forEach((property, meaning) -> {
            if (!StringUtils.hasText(environment.getProperty(property))) {
                throw new MissingSettingException(
                        "Convive cannot start: " + property + ", " + meaning + ", is missing.");
            }
        });
    }

    /** A setting without which the portal cannot start. */
    static class MissingSettingException extends RuntimeException {
        MissingSettingException(String message) {
            super(message);
        }
    }
}
