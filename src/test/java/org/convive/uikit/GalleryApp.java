package org.convive.uikit;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Shows the gallery alone, without database and sign-in: run with the optimised bundle on the class path. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@EnableVaadin({"org.convive.uikit", "org.convive.shell"})
class GalleryApp {
    public static void main(String[] args) {
        SpringApplication.run(
                GalleryApp.class,
                "--server.port=9101",
                "--spring.main.banner-mode=off",
                "--spring.config.location=optional:classpath:/none/",
                "--vaadin.productionMode=true",
                "--spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,"
                        + "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
                        + "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
                        + "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");
    }
}
