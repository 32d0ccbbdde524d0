package org.convive.journey;

import com.icegreen.greenmail.store.StoredMessage;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.convive.Convive;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.local.LocalKeycloak;
import org.convive.local.LocalMail;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything a journey needs, started once a test run: Keycloak, mail, database, and the portal with its demo world. */
final class Stage {
    private static @Nullable Stage raised;
    private static @Nullable RuntimeException failed;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final LocalKeycloak keycloak;
    private final LocalMail mail;
    private final ConfigurableApplicationContext portal;
    private final Map<String, List<Cookie>> keycloakCookies = new ConcurrentHashMap<>();

    private Stage() {
        int port = freePort();
        url = "http://localhost:" + port;
        Path folder = Path.of("target", "journey-" + ProcessHandle.current().pid());
        mail = LocalMail.start(folder.resolve("mail"), 0, 0);
        var starting = CompletableFuture.supplyAsync(() -> LocalKeycloak.shared(url, mail.smtpPort()));
        TestDatabase.Address database = TestDatabase.get();
        String schema = database.jdbcUrl().replaceFirst("/convive[^?]*\\?", "/convive_journey_" + port + "?");
        keycloak = starting.join();
        pointKeycloakHere();
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", schema + "&createDatabaseIfNotExist=true");
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mail.smtpPort());
        settings.put("convive.mail.from", "convive@convive.example");
        settings.put("convive.mail.per-domain", 0);
        settings.put("convive.public-url", url);
        settings.put("convive.issuer-uri", keycloak.issuer());
        settings.put("convive.client-secret", LocalKeycloak.DEMO_SECRET);
        // Calendars from elsewhere come from this machine.
        settings.put("convive.calendar.fetch-internal", true);
        settings.put("server.port", port);
        settings.put("management.server.port", 0);
        settings.put("vaadin.productionMode", "true");
        List<String> given = new ArrayList<>();
        settings.forEach((name, value) -> given.add("--" + name + "=" + value));
        var application = new SpringApplication(Convive.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles("local");
        application.addInitializers(context ->
                ((ConfigurableApplicationContext) context).getBeanFactory().registerSingleton("localMail", mail));
        portal = application.run(given.toArray(String[]::new));
    }

    static synchronized Stage get() {
        if (failed != null) {
            throw new IllegalStateException("the stage could not be raised, as said by the first journey", failed);
        }
        if (raised == null) {
            try {
                raised = new Stage();
            } catch (RuntimeException e) {
                failed = e;
                throw e;
            }
        }
        return raised;
    }

    /** The portal's address, without a slash at its end. */
    String url() {
        return url;
    }

    String keycloakUrl() {
        return keycloak.url();
    }

    /** Keycloak's cookies of somebody who is signed in there, or none. */
    List<Cookie> keycloakCookies(String username) {
        return keycloakCookies.getOrDefault(username, List.of());
    }

    void keepKeycloakCookies(String username, List<Cookie> cookies) {
        keycloakCookies.put(username, cookies);
    }

    /** A service of the portal. */
    <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }

    /** Somebody of the demo world in their cluster. */
    Actor actor(String email, String slug) {
        var person = bean(Accounts.class).find(new EmailAddress(email)).orElseThrow();
        long cluster = number("SELECT id FROM cluster WHERE slug = ?", slug);
        return bean(Actors.class).member(person.id(), new ClusterId(cluster)).orElseThrow();
    }

    /** One number from the database. */
    long number(String sql, Object... arguments) {
        return bean(JdbcClient.class)
                .sql(sql)
                .params(arguments)
                .query(Long.class)
                .single();
    }

    /** Somebody's mails, the newest first. */
    List<StoredMessage> mails(String address) {
        return mail.messages(address);
    }

    int imapPort() {
        return mail.imapPort();
    }

    /** A request without a browser, such as a mail program's. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** As when everybody has been away for too long. */
    void expireSessions() {
        var server = (TomcatWebServer) ((ServletWebServerApplicationContext) portal).getWebServer();
        for (var child : server.getTomcat().getHost().findChildren()) {
            for (Session session : ((Context) child).getManager().findSessions()) {
                session.expire();
            }
        }
    }

    /** What Keycloak's administrator does to end somebody's sessions everywhere. */
    void administratorSignsOut(String username) {
        String users = keycloak.url() + "/admin/realms/convive/users";
        String found = administer(users + "?exact=true&username=" + username, "GET", "");
        String id = new JsonMapper().readTree(found).get(0).get("id").asString();
        administer(users + "/" + id + "/logout", "POST", "");
    }

    /** An access token of the realm, as the command line gets it. */
    String token(String username) {
        return token("convive", "convive-cli", username, "convive");
    }

    /** Another test of the run may have been the first to start Keycloak, with a portal and a mail server of its own. */
    private void pointKeycloakHere() {
        String realm = keycloak.url() + "/admin/realms/convive";
        var mapper = new JsonMapper();
        var client = (ObjectNode) mapper.readTree(administer(realm + "/clients?clientId=convive-portal", "GET", ""))
                .get(0);
        ((ObjectNode) client.get("attributes"))
                .put("backchannel.logout.url", url + "/logout/connect/back-channel/keycloak");
        client.put("rootUrl", url).put("baseUrl", url + "/");
        administer(realm + "/clients/" + client.get("id").asString(), "PUT", client.toString());
        var settings = (ObjectNode) mapper.readTree(administer(realm, "GET", ""));
        ((ObjectNode) settings.get("smtpServer")).put("port", String.valueOf(mail.smtpPort()));
        administer(realm, "PUT", settings.toString());
    }

    private String administer(String address, String method, String body) {
        var answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("Keycloak answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String adminToken() {
        return token("master", "admin-cli", "admin", keycloak.adminPassword());
    }

    private String token(String realm, String client, String username, String password) {
        String form = "grant_type=password&client_id=" + client + "&username=" + username + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&scope=openid";
        var answer = send(HttpRequest.newBuilder(
                        URI.create(keycloak.url() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Keycloak answered " + answer.statusCode() + " " + answer.body());
        }
        return new JsonMapper().readTree(answer.body()).get("access_token").asString();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
