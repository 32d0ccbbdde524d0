package org.convive.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What all resources of the API share: the gate before them, how times are read, their description. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {
    private static final String TOKEN = "token";
    /** After the request's locale and address are known, before Spring Security. */
    private static final int BEFORE_SECURITY = -104;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new OffsetTime.InAddress());
    }

    @Bean
    FilterRegistrationBean<ApiGate> apiGate(Problems problems, ApiExceptions exceptions) {
        var gate = new FilterRegistrationBean<>(new ApiGate(problems, exceptions));
        gate.addUrlPatterns("/api/*");
        gate.setOrder(BEFORE_SECURITY);
        return gate;
    }

    /** Addresses below the API that no controller knows; they would be taken for a page otherwise. */
    @Bean
    SimpleUrlHandlerMapping unknownApiPaths() {
        HttpRequestHandler nothingHere = (request, response) -> {
            throw new NoResourceFoundException(
                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothingHere), 10);
    }

    @Bean
    OpenAPI conviveApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Convive")
                        .version("v1")
                        .description("What the pages do, for programs: the same permissions and rules.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of the portal's Keycloak realm")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
