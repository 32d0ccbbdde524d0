package org.convive.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.convive.directory.ClusterKind;
import org.convive.directory.OrganisationKind;
import org.convive.identity.Role;
import org.convive.means.MeansKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One cluster's story as {@code demo/*.yaml} tells it. Days are working days, counted from the day of the start. */
record Story(
        Home cluster,
        List<Company> organisations,
        List<Somebody> people,
        List<Thing> means,
        List<Gathering> meetings,
        List<Plan> plans,
        List<Issue> letters,
        List<Asker> asking) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Inside a paragraph: the portal would show it as a new line. */
    private static final Pattern UNWANTED_BREAK = Pattern.compile("(?<=\\S)\\n(?![\\n*>0-9-])");

    Story {
        organisations = orNone(organisations);
        people = orNone(people);
        means = orNone(means);
        meetings = orNone(meetings);
        plans = orNone(plans);
        letters = orNone(letters);
        asking = orNone(asking);
    }

    static Story read(String name) {
        try (InputStream file = new ClassPathResource("demo/" + name + ".yaml").getInputStream()) {
            Map<String, Object> tree = new Yaml().load(file);
            return MAPPER.convertValue(tree, Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cluster itself. */
    record Home(
            String slug,
            String name,
            ClusterKind kind,
            String territory,
            String specialisation,
            String town,
            List<Double> at,
            String website,
            String animator,
            String presentation) {
        Home {
            presentation = orEmpty(presentation);
        }
    }

    /** An organisation; the key is its name in the rest of the story, and its mail domain. */
    record Company(
            String key,
            String name,
            OrganisationKind kind,
            String trade,
            int headcount,
            String site,
            String address,
            String town,
            List<Double> at,
            String presentation,
            List<String> competences,
            List<Company> sites,
            int months) {
        Company {
            site = orEmpty(site);
            address = orEmpty(address);
            presentation = orEmpty(presentation);
            competences = orNone(competences);
            sites = orNone(sites);
        }
    }

    /**
     * A person.
     *
     * @param account whether Keycloak knows them, so that somebody may read their mail
     * @param face words for the portrait; nothing for coloured initials
     * @param days since how many working days a member; a long time when it is not said
     */
    record Somebody(
            String name,
            String org,
            Role role,
            String title,
            String about,
            @Nullable String email,
            boolean account,
            @Nullable String language,
            @Nullable String face,
            int days) {
        Somebody {
            role = role == null ? Role.MEMBER : role;
            title = orEmpty(title);
            about = orEmpty(about);
        }

        String address() {
            return email != null ? email : plain(name) + "@" + org + ".example";
        }
    }

    /**
     * A shared means.
     *
     * @param open hours from Monday to Friday; day and night when it is not said
     * @param demand how many of a hundred possible half days are booked
     * @param approval from now on the owner answers each request
     * @param terms from now on, Markdown
     * @param requests made since then, so they wait for an answer where the owner gives one
     * @param cancelHours from now on, until how long before its start a booking is given back freely
     * @param late booked since then and given back too late
     * @param damaged a unit that somebody reported broken this morning
     */
    record Thing(
            String key,
            String name,
            MeansKind kind,
            String owner,
            String description,
            String place,
            String price,
            List<String> capabilities,
            List<String> units,
            @Nullable String open,
            int setUp,
            int tearDown,
            int shortest,
            int longest,
            int noticeHours,
            int demand,
            List<String> purposes,
            List<Slot> bookings,
            List<Slot> blackouts,
            boolean approval,
            @Nullable String terms,
            List<Slot> requests,
            int cancelHours,
            List<Slot> late,
            @Nullable Slot damaged) {
        Thing {
            requests = orNone(requests);
            late = orNone(late);
            description = orEmpty(description);
            capabilities = orNone(capabilities);
            purposes = orNone(purposes);
            bookings = orNone(bookings);
            blackouts = orNone(blackouts);
        }
    }

    /** A booking or a time out of use. */
    record Slot(
            @Nullable String by,
            int in,
            int days,
            String at,
            int units,
            @Nullable String unit,
            String purpose,
            boolean cancelled) {}

    /**
     * A meeting.
     *
     * @param invited keys of organisations and names of people; everybody when it is not said
     * @param announced how many working days before it was put on the table
     * @param decide how many working days before it answers are wanted; 0 until the start
     * @param coming people who come
     * @param hush people who have not answered
     * @param absent people who cannot come
     * @param more how many others say yes; further numbers: maybe, no, keep me posted
     */
    record Gathering(
            String title,
            int in,
            int days,
            String at,
            @Nullable String site,
            String place,
            String link,
            @Nullable Integer capacity,
            int decide,
            String by,
            List<String> hosts,
            List<String> invited,
            int announced,
            List<String> coming,
            List<String> hush,
            List<String> absent,
            List<Integer> more,
            @Nullable String cancelled,
            String about) {
        Gathering {
            place = orEmpty(place);
            link = orEmpty(link);
            about = orEmpty(about);
            hosts = orNone(hosts);
            invited = orNone(invited);
            coming = orNone(coming);
            hush = orNone(hush);
            absent = orNone(absent);
            more = orNone(more);
        }
    }

    /** A meeting without a date: an idea, or one whose dates are asked about. */
    record Plan(
            String title,
            String by,
            String place,
            String about,
            int closes,
            List<When> dates,
            List<String> interested) {
        Plan {
            place = orEmpty(place);
            about = orEmpty(about);
            dates = orNone(dates);
            interested = orNone(interested);
        }
    }

    /** A date that is asked about, and whom it suits. */
    record When(int in, String at, List<String> can, List<String> perhaps, List<String> cannot) {
        When {
            can = orNone(can);
            perhaps = orNone(perhaps);
            cannot = orNone(cannot);
        }
    }

    /** A newsletter. */
    record Issue(
            int in, String at, String title, Locale language, String introduction, List<Part> blocks, int readers) {
        Issue {
            introduction = orEmpty(introduction);
        }
    }

    /**
     * A block; exactly one of text, meeting, means, organisation and image says what it is.
     *
     * @param asks whether readers of a text can say that they can help
     */
    record Part(
            String title,
            String text,
            @Nullable String meeting,
            @Nullable String means,
            @Nullable String organisation,
            @Nullable String image,
            boolean asks) {
        Part {
            title = orEmpty(title);
            text = orEmpty(text);
        }
    }

    /** Somebody who asks to join. */
    record Asker(String name, String email, String organisation, String message) {}

    /** Letters a mailbox may have: {@code helene.aubrac}. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", ".");
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : UNWANTED_BREAK.matcher(text.strip()).replaceAll(" ");
    }
}
