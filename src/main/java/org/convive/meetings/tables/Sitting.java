package org.convive.meetings.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;

/** Turns people and wishes into a problem for the search, and its answer back into tables of people. */
final class Sitting {
    private final Layout layout;
    private final List<Sitter> sitters;
    private final TableProblem problem;
    private final Map<PersonId, Integer> first = new HashMap<>();

    /**
     * @param known pairs who sat together at an earlier meeting
     * @param rivals pairs of companies that compete
     * @throws InvalidInput when the wishes contradict each other or the people cannot be seated
     */
    Sitting(
            Layout layout,
            List<Sitter> sitters,
            List<Wish> wishes,
            List<Set<PersonId>> known,
            Set<Set<OrganisationId>> rivals) {
        this.layout = layout;
        this.sitters = sitters;
        Map<PersonId, PersonId> leaders = leaders(sitters, wishes);
        Map<PersonId, Integer> numbers = new HashMap<>();
        List<Integer> companies = new ArrayList<>();
        List<Integer> parties = new ArrayList<>();
        Map<Long, Integer> companyNumbers = new HashMap<>();
        for (Sitter sitter : sitters) {
            first.put(sitter.person(), companies.size());
            PersonId leader = Objects.requireNonNull(leaders.get(sitter.person()));
            int party = numbers.computeIfAbsent(leader, any -> numbers.size());
            int company = companyNumbers.computeIfAbsent(sitter.company(), any -> companyNumbers.size());
            for (int i = 0; i < sitter.size(); i++) {
                companies.add(company);
                parties.add(party);
            }
        }
        this.problem = new TableProblem(
                companies,
                parties,
                layout.seats(),
                layout.courses(),
                apart(wishes, leaders),
                known.stream()
                        .map(List::copyOf)
                        .map(pair -> pair(pair.get(0), pair.get(1)))
                        .toList(),
                rivals(rivals, leaders),
                hosts(wishes, leaders, numbers));
        InvalidInput.check()
                .that(
                        problem.people() <= problem.allSeats(),
                        "seats",
                        Message.of("meetings.tables.error.too-few-seats", problem.people(), problem.allSeats()))
                .orThrow();
    }

    TableProblem problem() {
        return problem;
    }

    /** Course by course the table of each number, from 0; -1 for who has none. */
    int[][] known() {
        int[][] table = new int[layout.courses()][problem.people()];
        for (int course = 0; course < layout.courses(); course++) {
            for (Sitter sitter : sitters) {
                int person = number(sitter.person());
                for (int i = 0; i < sitter.size(); i++) {
                    table[course][person + i] = sitter.tableIn(course) - 1;
                }
            }
        }
        return table;
    }

    List<Sitter> seated(int[][] table) {
        return sitters.stream()
                .map(sitter -> {
                    List<Integer> tables = new ArrayList<>();
                    for (int[] course : table) {
                        tables.add(course[number(sitter.person())] + 1);
                    }
                    return new Sitter(
                            sitter.person(),
                            sitter.name(),
                            sitter.organisation(),
                            sitter.company(),
                            sitter.picture(),
                            sitter.guests(),
                            tables);
                })
                .toList();
    }

    private int number(PersonId person) {
        return Objects.requireNonNull(first.get(person));
    }

    private TableProblem.Pair pair(PersonId one, PersonId other) {
        return new TableProblem.Pair(number(one), number(other));
    }

    /** People who stay together follow one of them. */
    private static Map<PersonId, PersonId> leaders(List<Sitter> sitters, List<Wish> wishes) {
        Map<PersonId, PersonId> leaders = new HashMap<>();
        sitters.forEach(sitter -> leaders.put(sitter.person(), sitter.person()));
        for (Wish wish : wishes) {
            PersonId one = leaders.get(wish.person());
            PersonId other = wish.other() == null ? null : leaders.get(wish.other());
            if (wish.kind() == Wish.Kind.TOGETHER && one != null && other != null) {
                leaders.replaceAll((person, leader) -> leader.equals(other) ? one : leader);
            }
        }
        return leaders;
    }

    private List<TableProblem.Pair> apart(List<Wish> wishes, Map<PersonId, PersonId> leaders) {
        List<TableProblem.Pair> apart = new ArrayList<>();
        for (Wish wish : wishes) {
            PersonId other = wish.other();
            if (wish.kind() == Wish.Kind.APART
                    && other != null
                    && leaders.containsKey(wish.person())
                    && leaders.containsKey(other)) {
                InvalidInput.check()
                        .that(
                                !Objects.equals(leaders.get(wish.person()), leaders.get(other)),
                                "wishes",
                                Message.of("meetings.tables.error.contradiction"))
                        .orThrow();
                apart.add(pair(wish.person(), other));
            }
        }
        return apart;
    }

    /** Pairs of people whose companies compete, unless they want to stay together. */
    private List<TableProblem.Pair> rivals(Set<Set<OrganisationId>> companies, Map<PersonId, PersonId> leaders) {
        List<TableProblem.Pair> rivals = new ArrayList<>();
        if (companies.isEmpty()) {
            return rivals;
        }
        for (int i = 0; i < sitters.size(); i++) {
            for (int j = i + 1; j < sitters.size(); j++) {
                Sitter one = sitters.get(i);
                Sitter other = sitters.get(j);
                // Who stands for no company has a number below zero.
                if (one.company() > 0
                        && other.company() > 0
                        && one.company() != other.company()
                        && companies.contains(
                                Set.of(new OrganisationId(one.company()), new OrganisationId(other.company())))
                        && !Objects.equals(leaders.get(one.person()), leaders.get(other.person()))) {
                    rivals.add(pair(one.person(), other.person()));
                }
            }
        }
        return rivals;
    }

    private Map<Integer, Integer> hosts(
            List<Wish> wishes, Map<PersonId, PersonId> leaders, Map<PersonId, Integer> parties) {
        Map<Integer, Integer> hosts = new HashMap<>();
        for (Wish wish : wishes) {
            PersonId leader = leaders.get(wish.person());
            if (wish.kind() == Wish.Kind.HOST && leader != null && hosts.size() < layout.tables()) {
                hosts.putIfAbsent(Objects.requireNonNull(parties.get(leader)), hosts.size());
            }
        }
        return hosts;
    }
}
