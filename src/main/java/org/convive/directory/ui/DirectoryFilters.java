package org.convive.directory.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convive.directory.DirectoryQueries.Search;
import org.convive.directory.OrganisationKind;
import org.jspecify.annotations.Nullable;

/** What the directory shows, as its address says it. */
record DirectoryFilters(
        boolean people, String text, @Nullable OrganisationKind kind, String competence, String town, String selected) {

    static DirectoryFilters of(QueryParameters query) {
        return new DirectoryFilters(
                "people".equals(value(query, "tab")),
                value(query, "q"),
                Arrays.stream(OrganisationKind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(value(query, "kind")))
                        .findFirst()
                        .orElse(null),
                value(query, "competence"),
                value(query, "town"),
                value(query, "at"));
    }

    private static String value(QueryParameters query, String name) {
        String value = query.getSingleParameter(name).orElse("");
        return value.length() > 200 ? value.substring(0, 200) : value;
    }

    Search search() {
        return new Search(text, kind, competence, town);
    }

    boolean any() {
        return !text.isBlank() || kind != null || !competence.isBlank() || !town.isBlank();
    }

    DirectoryFilters withPeople(boolean other) {
        return new DirectoryFilters(other, text, kind, competence, town, "");
    }

    DirectoryFilters withText(String other) {
        return new DirectoryFilters(people, other, kind, competence, town, "");
    }

    DirectoryFilters withKind(@Nullable OrganisationKind other) {
        return new DirectoryFilters(people, text, other, competence, town, "");
    }

    DirectoryFilters withCompetence(String other) {
        return new DirectoryFilters(people, text, kind, other, town, "");
    }

    DirectoryFilters withTown(String other) {
        return new DirectoryFilters(people, text, kind, competence, other, "");
    }

    DirectoryFilters withSelected(String other) {
        return new DirectoryFilters(people, text, kind, competence, town, other);
    }

    DirectoryFilters cleared() {
        return new DirectoryFilters(people, "", null, "", "", "");
    }

    QueryParameters query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "tab", people ? "people" : "");
        put(parameters, "q", text);
        put(parameters, "kind", kind == null ? "" : kind.name());
        put(parameters, "competence", competence);
        put(parameters, "town", town);
        put(parameters, "at", selected);
        return QueryParameters.simple(parameters);
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isBlank()) {
            parameters.put(name, value);
        }
    }
}
