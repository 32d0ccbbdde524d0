package org.convive.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.means.MeansId;
import org.convive.shared.OrganisationId;
import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;

/** Who and what is there already, by the names the story uses. */
final class Cast {
    private final Story story;
    private final Days days;
    private final Map<String, Actor> people = new LinkedHashMap<>();
    private final Map<String, OrganisationId> organisations = new HashMap<>();
    private final Map<String, SiteId> sites = new HashMap<>();
    private final Map<String, MeansId> means = new HashMap<>();
    private final Map<String, Long> meetings = new HashMap<>();

    Cast(Story story, Days days) {
        this.story = story;
        this.days = days;
    }

    Story story() {
        return story;
    }

    Days days() {
        return days;
    }

    Actor animator() {
        return person(story.cluster().animator());
    }

    Actor person(String name) {
        return Objects.requireNonNull(people.get(name), () -> "nobody is called " + name);
    }

    boolean hasAccount(String name) {
        return story.people().stream()
                .anyMatch(person -> person.account() && person.name().equals(name));
    }

    List<Actor> everybody() {
        return new ArrayList<>(people.values());
    }

    void add(Actor person) {
        people.put(person.name(), person);
    }

    boolean isOrganisation(String key) {
        return organisations.containsKey(key);
    }

    OrganisationId organisation(String key) {
        return Objects.requireNonNull(organisations.get(key), () -> "no organisation is called " + key);
    }

    void add(String key, OrganisationId organisation, SiteId site) {
        organisations.put(key, organisation);
        sites.put(key, site);
    }

    @Nullable
    SiteId site(@Nullable String key) {
        return key == null ? null : Objects.requireNonNull(sites.get(key), () -> "no site is called " + key);
    }

    MeansId means(String key) {
        return Objects.requireNonNull(means.get(key), () -> "no means is called " + key);
    }

    void add(String key, MeansId id) {
        means.put(key, id);
    }

    long meeting(String title) {
        return Objects.requireNonNull(meetings.get(title), () -> "no meeting is called " + title);
    }

    void add(String title, long meeting) {
        meetings.put(title, meeting);
    }
}
