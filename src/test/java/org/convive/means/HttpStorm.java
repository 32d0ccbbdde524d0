package org.convive.means;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.convive.identity.Actor;
import org.convive.means.Storm.Acknowledged;
import org.convive.testing.PortalProcess;
import org.convive.testing.TokenIssuer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many people doing everything at once over the API of a portal in another process, until that is killed. What counts as
 * acknowledged is what came back over the wire with a success.
 */
final class HttpStorm {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<Actor, String> tokens = new HashMap<>();
    private final List<Actor> people;
    private final List<MeansId> means;
    private final MeansId workshop;
    private final long damaged;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Long> returned = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean over;
    private volatile String base = "";

    /**
     * @param people the owner first
     * @param workshop a means of many units where people check in and out and pay
     * @param damaged a unit of the first means that is reported as damaged
     */
    HttpStorm(TokenIssuer issuer, List<Actor> people, List<MeansId> means, MeansId workshop, long damaged)
            throws JOSEException {
        for (Actor one : people) {
            tokens.put(one, issuer.token(one));
        }
        this.people = people;
        this.means = means;
        this.workshop = workshop;
        this.damaged = damaged;
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Bookings that were given back and settled, by the portal's word. */
    List<Long> returned() {
        return List.copyOf(returned);
    }

    /** Answers that no rule explains. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Rages until so many answers came, or the time is over; then kills it, while requests are under way. */
    void rage(PortalProcess portal, int threads, int most, Duration longest) throws Exception {
        over = false;
        base = portal.address() + "/api/v1/clusters/" + people.getFirst().slug();
        int before = answers.get();
        Instant end = Instant.now().plus(longest);
        try (ExecutorService crowd = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                futures.add(crowd.submit(() -> {
                    while (!over) {
                        deed();
                        if (answers.get() - before >= most || Instant.now().isAfter(end)) {
                            portal.kill();
                            over = true;
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                Object nothing =
                        future.get(longest.plus(PATIENCE).plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
                assert nothing == null;
            }
        }
    }

    private void deed() throws InterruptedException {
        Actor actor = one(people);
        try {
            switch (ThreadLocalRandom.current().nextInt(16)) {
                case 0, 1, 2 -> made(post(actor, "/bookings", wish(one(means), "")), null);
                case 3 -> made(post(actor, "/bookings", wish(one(means), ", \"hold\": true")), null);
                case 4 -> plan(actor, List.of(wish(means.get(0), ""), wish(means.get(1), "")));
                case 5 -> series(actor);
                case 6 ->
                    made(post(people.getFirst(), "/means/" + one(means) + "/blackouts", span()), Deed.BLACKED_OUT);
                case 7 -> post(actor, "/wishes", wish(one(means), ""));
                case 8 -> damage(actor);
                case 9, 10, 11 -> use(actor);
                default -> change(actor);
            }
        } catch (HttpTimeoutException hung) {
            surprises.add("no answer within " + PATIENCE);
        } catch (IOException gone) {
            // killed: nothing was acknowledged
        }
    }

    private void plan(Actor actor, List<String> wishes) throws IOException, InterruptedException {
        JsonNode plan = post(actor, "/plans", "{\"bookings\": [" + String.join(",", wishes) + "]}");
        if (plan != null) {
            for (JsonNode booking : plan.get("bookings")) {
                made(booking, null);
            }
        }
    }

    private void series(Actor actor) throws IOException, InterruptedException {
        var wishes = new ArrayList<String>();
        Instant first = start();
        for (int week = 0; week < 3; week++) {
            Instant from = first.plus(Duration.ofDays(7L * week));
            wishes.add(wish(means.get(1), from, from.plus(Duration.ofHours(1)), ""));
        }
        plan(actor, wishes);
    }

    private void damage(Actor actor) throws IOException, InterruptedException {
        JsonNode report = post(
                actor,
                "/means/" + means.getFirst() + "/damage",
                "{\"unitId\": " + damaged + ", \"words\": \"Broken\"}");
        if (report != null) {
            long id = report.get("id").asLong();
            JsonNode hits = get(actor, "/damage/" + id + "/hits");
            if (hits != null && !hits.get("items").isEmpty()) {
                long hit = hits.at("/items/0/booking/id").asLong();
                var unused = post(actor, "/damage/" + id + "/moves", "{\"bookingId\": " + hit + "}");
            }
            var unused = post(people.getFirst(), "/damage/" + id + "/release", "{}");
        }
    }

    /** Books what begins soon, takes it and gives it back: the use becomes a line between the two companies. */
    private void use(Actor actor) throws IOException, InterruptedException {
        Instant from = Instant.now().plusSeconds(ThreadLocalRandom.current().nextInt(5, 600));
        JsonNode booking = post(actor, "/bookings", wish(workshop, from, from.plus(Duration.ofHours(1)), ""));
        if (booking == null) {
            return;
        }
        made(booking, null);
        String path = "/bookings/" + booking.get("id").asLong();
        if (post(actor, path + "/check-in", "{}") != null
                && post(actor, path + "/check-out", "{\"usedMinutes\": 30}") != null
                && !actor.equals(people.getFirst())) {
            returned.add(booking.get("id").asLong());
        }
    }

    private void change(Actor actor) throws IOException, InterruptedException {
        if (seen.isEmpty()) {
            return;
        }
        long id = one(seen);
        String path = "/bookings/" + id;
        switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0 -> send(actor, "DELETE", path, null);
            case 1 -> said(id, post(actor, path + "/restore", ""), null);
            case 2, 3 -> {
                JsonNode booking = get(actor, path);
                if (booking != null) {
                    String time = span().replaceFirst("}$", ", \"version\": " + booking.get("version") + "}");
                    said(id, send(actor, "PUT", path + "/time", time), Deed.MOVED);
                }
            }
            case 4 -> said(id, post(actor, path + "/confirm", "{}"), Deed.CONFIRMED);
            case 5 -> said(id, post(people.getFirst(), path + "/approve", "{}"), Deed.APPROVED);
            case 6 -> said(id, post(people.getFirst(), path + "/refuse", "{}"), Deed.REFUSED);
            default -> {
                if (said(id, post(people.getFirst(), path + "/propose", span()), Deed.PROPOSED)) {
                    said(id, post(actor, path + "/accept", ""), Deed.ACCEPTED);
                }
            }
        }
    }

    private void made(@Nullable JsonNode booking, @Nullable Deed deed) {
        if (booking != null) {
            long id = booking.get("id").asLong();
            seen.add(id);
            acknowledged.add(new Acknowledged(
                    id,
                    deed != null
                            ? deed
                            : switch (booking.get("status").asString()) {
                                case "HELD" -> Deed.HELD;
                                case "PENDING" -> Deed.REQUESTED;
                                default -> Deed.BOOKED;
                            }));
        }
    }

    private boolean said(long id, @Nullable JsonNode answer, @Nullable Deed deed) {
        if (answer != null && deed != null) {
            acknowledged.add(new Acknowledged(id, deed));
        }
        return answer != null;
    }

    private @Nullable JsonNode post(Actor actor, String path, String json) throws IOException, InterruptedException {
        return send(actor, "POST", path, json);
    }

    private @Nullable JsonNode get(Actor actor, String path) throws IOException, InterruptedException {
        return send(actor, "GET", path, null);
    }

    /** @return null when it was refused */
    private @Nullable JsonNode send(Actor actor, String method, String path, @Nullable String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get(actor))
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        answers.incrementAndGet();
        int status = response.statusCode();
        if (status >= 500 && status != 503 || status == 400 || status == 401 || status == 415) {
            surprises.add(method + " " + path + ": " + status + " " + response.body());
        }
        return status >= 300 || response.body().isEmpty() ? null : JSON.readTree(response.body());
    }

    private String wish(MeansId id, String more) {
        Instant from = start();
        return wish(id, from, from.plus(length()), more);
    }

    private static String wish(MeansId id, Instant from, Instant to, String more) {
        return "{\"meansId\": " + id + ", \"from\": \"" + from + "\", \"to\": \"" + to + "\"" + more + "}";
    }

    private static String span() {
        Instant from = start();
        return "{\"from\": \"" + from + "\", \"to\": \"" + from.plus(length()) + "\"}";
    }

    /** A half hour of three weeks to come: enough conflicts, and never full. */
    private static Instant start() {
        return MeansWorld.in(5, 0)
                .plus(Duration.ofMinutes(30L * ThreadLocalRandom.current().nextInt(1008)));
    }

    private static Duration length() {
        return Duration.ofMinutes(30L * ThreadLocalRandom.current().nextInt(1, 6));
    }

    private static <T> T one(List<T> some) {
        return some.get(ThreadLocalRandom.current().nextInt(some.size()));
    }
}
