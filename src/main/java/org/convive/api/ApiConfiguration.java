package org.convive.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
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
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .path("/links/letters/join/{slug}", new PathItem().post(joinLetters()));
    }

    /** The one form that another site may send: it needs no token, and answers with a page. */
    private static Operation joinLetters() {
        var form = new ObjectSchema();
        form.addProperty("email", new StringSchema().format("email").maxLength(254));
        form.addProperty("name", new StringSchema().maxLength(200));
        form.addProperty("language", new StringSchema()._enum(List.of("en", "fr")));
        form.addRequiredItem("email");
        return new Operation()
                .operationId("joinLetters")
                .summary("Asks for the letters of a cluster that shows itself to everybody")
                .description(
                        "A form of the cluster's own site may send it. The address gets a mail that asks to confirm.")
                .addTagsItem("Newsletters")
                .security(List.of())
                .addParametersItem(
                        new Parameter().name("slug").in("path").required(true).schema(new StringSchema()))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/x-www-form-urlencoded", new MediaType().schema(form))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("The mail is on its way, if the address does not read yet"))
                        .addApiResponse(
                                "404",
                                new ApiResponse().description("No cluster of this name shows itself to everybody"))
                        .addApiResponse("422", new ApiResponse().description("This is no address"))
                        .addApiResponse(
                                "429",
                                new ApiResponse()
                                        .description(
                                                "Too many from this caller (20 an hour), or for this cluster (120 an hour)")
                                        .addHeaderObject(
                                                "Retry-After",
                                                new Header()
                                                        .description("Seconds")
                                                        .schema(new IntegerSchema()))));
    }
}
