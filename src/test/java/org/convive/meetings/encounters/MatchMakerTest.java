package org.convive.meetings.encounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.junit.jupiter.api.Test;

class MatchMakerTest {
    @Test
    void aNeedMeetsAnOfferAndTheReasonSaysWhich() {
        var helene = new Maker(1, 1).seeks("3D scanning").made();
        var karim = new Maker(2, 2).offers("3D scanning", "Polishing").made();
        var nadia = new Maker(3, 3).offers("Polishing").made();
        List<MatchMaker.Pair> pairs = MatchMaker.introduce(List.of(helene, karim, nadia), Set.of(), Set.of(), Set.of());
        assertThat(pairs.getFirst().reason()).isEqualTo(MatchMaker.Reason.NEED);
        assertThat(pairs.getFirst().detail()).isEqualTo("3D scanning");
        assertThat(pairs.getFirst().seeker()).isEqualTo(helene.person());
        assertThat(pairs).hasSize(3);
    }

    @Test
    void whomSomebodyAskedToMeetComesBeforeAllElse() {
        var helene = new Maker(1, 1).seeks("3D scanning").wants(3).made();
        var karim = new Maker(2, 2).offers("3D scanning").made();
        var nadia = new Maker(3, 3).made();
        assertThat(MatchMaker.introduce(List.of(helene, karim, nadia), Set.of(), Set.of(), Set.of())
                        .getFirst())
                .matches(pair -> pair.reason() == MatchMaker.Reason.WANTED
                        && pair.other().equals(nadia.person()));
    }

    @Test
    void neighboursAndTradesAreReasonsToo() {
        var one = new Maker(1, 1).at(49.98, 1.60).made();
        var other = new Maker(2, 2).at(50.00, 1.65).made();
        assertThat(MatchMaker.introduce(List.of(one, other), Set.of(), Set.of(), Set.of())
                        .getFirst()
                        .reason())
                .isEqualTo(MatchMaker.Reason.NEAR);
        var glass = new Maker(3, 3).trade("Glass").made();
        var moulds = new Maker(4, 4).trade("Moulds").made();
        assertThat(MatchMaker.introduce(List.of(glass, moulds), Set.of(), Set.of(), Set.of())
                        .getFirst()
                        .detail())
                .isEqualTo("Glass · Moulds");
        var far = new Maker(5, 5).at(45.0, 1.6).made();
        assertThat(MatchMaker.introduce(List.of(one, far), Set.of(), Set.of(), Set.of())
                        .getFirst()
                        .reason())
                .isEqualTo(MatchMaker.Reason.NEW);
    }

    @Test
    void companiesThatHaveMetAreNotIntroducedAgainWhileThereAreOthers() {
        var helene = new Maker(1, 1).seeks("3D scanning").wants(2).made();
        var karim = new Maker(2, 2).offers("3D scanning").made();
        var nadia = new Maker(3, 3).made();
        List<MatchMaker.Pair> pairs =
                MatchMaker.introduce(List.of(helene, karim, nadia), Set.of(), Set.of(), Set.of(companies(1, 2)));
        assertThat(pairs)
                .hasSize(2)
                .noneMatch(pair -> Set.of(pair.one(), pair.other()).equals(Set.of(helene.person(), karim.person())));
    }

    @Test
    void whereNobodyElseIsLeftOtherPeopleOfACompanyOneHasMetAreBetterThanNone() {
        var helene = new Maker(1, 1).made();
        var karim = new Maker(2, 2).made();
        assertThat(MatchMaker.introduce(List.of(helene, karim), Set.of(), Set.of(), Set.of(companies(1, 2))))
                .hasSize(1);
        assertThat(MatchMaker.introduce(
                        List.of(helene, karim),
                        Set.of(),
                        Set.of(Set.of(helene.person(), karim.person())),
                        Set.of(companies(1, 2))))
                .isEmpty();
    }

    private static Set<Set<OrganisationId>> union(Set<Set<OrganisationId>> some, Set<Set<OrganisationId>> more) {
        Set<Set<OrganisationId>> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<OrganisationId> companies(long one, long other) {
        return Set.of(new OrganisationId(one), new OrganisationId(other));
    }

    /** Random people and companies: never a colleague, a rival or somebody met before, and never more than three. */
    @Test
    void whoeverAsksThePromisesHold() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<MatchMaker.Candidate> people = new ArrayList<>();
            int number = 2 + random.nextInt(40);
            for (int i = 1; i <= number; i++) {
                people.add(new Maker(i, 1 + random.nextInt(1 + number / 2))
                        .seeks("c" + random.nextInt(6))
                        .offers("c" + random.nextInt(6))
                        .made());
            }
            Set<Set<OrganisationId>> rivals = new HashSet<>();
            rivals.add(Set.of(new OrganisationId(1), new OrganisationId(2)));
            Set<Set<PersonId>> met = new HashSet<>();
            met.add(Set.of(new PersonId(1), new PersonId(2)));
            Set<Set<OrganisationId>> companiesMet = new HashSet<>();
            for (int i = 0; i < number; i++) {
                int one = 1 + random.nextInt(number);
                int other = 1 + random.nextInt(number);
                if (one != other) {
                    companiesMet.add(companies(one, other));
                }
            }
            List<MatchMaker.Pair> pairs = MatchMaker.introduce(people, rivals, met, companiesMet);
            Set<PersonId> haveOthers = new HashSet<>();
            MatchMaker.possible(people, union(rivals, companiesMet), met, Set.of())
                    .forEach(pair -> haveOthers.addAll(List.of(pair.one(), pair.other())));
            Set<Set<PersonId>> seen = new HashSet<>();
            for (MatchMaker.Pair pair : pairs) {
                var one = people.get((int) pair.one().value() - 1);
                var other = people.get((int) pair.other().value() - 1);
                assertThat(one.organisation()).isNotEqualTo(other.organisation());
                assertThat(rivals)
                        .doesNotContain(Set.of(
                                java.util.Objects.requireNonNull(one.organisation()),
                                java.util.Objects.requireNonNull(other.organisation())));
                assertThat(met).doesNotContain(Set.of(pair.one(), pair.other()));
                if (companiesMet.contains(Set.of(one.organisation(), other.organisation()))) {
                    assertThat(haveOthers).doesNotContain(pair.one(), pair.other());
                }
                assertThat(seen.add(Set.of(pair.one(), pair.other()))).isTrue();
            }
            for (MatchMaker.Candidate person : people) {
                long introductions = pairs.stream()
                        .filter(pair -> pair.one().equals(person.person())
                                || pair.other().equals(person.person()))
                        .count();
                assertThat(introductions).isLessThanOrEqualTo(MatchMaker.MOST);
            }
        }
    }

    @Test
    void everybodyHasTwoOrThreeWhenThereAreCompaniesEnough() {
        List<MatchMaker.Candidate> people = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            people.add(new Maker(i, i).made());
        }
        List<MatchMaker.Pair> pairs = MatchMaker.introduce(people, Set.of(), Set.of(), Set.of());
        for (MatchMaker.Candidate person : people) {
            assertThat(pairs.stream()
                            .filter(pair -> pair.one().equals(person.person())
                                    || pair.other().equals(person.person())))
                    .hasSizeBetween(2, 3);
        }
    }

    private static final class Maker {
        private final long person;
        private final long organisation;
        private String trade = "";
        private Set<String> offers = Set.of();
        private Set<String> seeks = Set.of();
        private Set<PersonId> wants = Set.of();
        private @org.jspecify.annotations.Nullable Double latitude;
        private @org.jspecify.annotations.Nullable Double longitude;

        Maker(long person, long organisation) {
            this.person = person;
            this.organisation = organisation;
        }

        Maker trade(String name) {
            trade = name;
            return this;
        }

        Maker offers(String... competences) {
            offers = Set.of(competences);
            return this;
        }

        Maker seeks(String... competences) {
            seeks = Set.of(competences);
            return this;
        }

        Maker wants(long other) {
            wants = Set.of(new PersonId(other));
            return this;
        }

        Maker at(double north, double east) {
            latitude = north;
            longitude = east;
            return this;
        }

        MatchMaker.Candidate made() {
            return new MatchMaker.Candidate(
                    new PersonId(person),
                    new OrganisationId(organisation),
                    "Company " + organisation,
                    trade,
                    offers,
                    seeks,
                    wants,
                    latitude,
                    longitude);
        }
    }
}
