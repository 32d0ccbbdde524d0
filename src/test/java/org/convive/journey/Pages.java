package org.convive.journey;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.convive.means.MeansId;
import org.convive.means.use.DamageReport;
import org.convive.means.use.DamageService;
import org.convive.newsletter.NewsletterService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The addresses of all pages, read from the views, with examples of the demo world in the place of parameters. */
final class Pages {
    /** Pages of what is one's own. */
    private static final Pattern OWN = Pattern.compile("/(edit|maintenance|tariff|use)$");

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(\\([^/]*\\))?");

    private Pages() {}

    /** Every route's template, such as {@code c/:cluster/means/:means([0-9]{1,18})}. */
    static List<String> templates() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var found = new TreeSet<String>();
        scanner.findCandidateComponents("org.convive").forEach(definition -> {
            Class<?> view = ClassUtils.resolveClassName(
                    String.valueOf(definition.getBeanClassName()), Pages.class.getClassLoader());
            found.add(view.getAnnotation(Route.class).value());
            for (RouteAlias alias : view.getAnnotationsByType(RouteAlias.class)) {
                found.add(alias.value());
            }
        });
        found.remove("");
        found.remove("home");
        found.remove("gallery"); // the design system on one page, a page of the tests
        found.removeIf(template -> template.contains("notices/:")); // only leads on to what it tells of
        return new ArrayList<>(found);
    }

    /** An address that the person with this address may open. */
    static String example(Stage stage, String template, String email, String slug) {
        return "/"
                + PARAMETER
                        .matcher(template)
                        .replaceAll(found -> value(
                                stage, found.group(1), OWN.matcher(template).find(), email, slug));
    }

    private static String value(Stage stage, String parameter, boolean own, String email, String slug) {
        return switch (parameter) {
            case "cluster", "slug" -> slug;
            case "person" -> number(stage, "m.person_id", "", email, slug);
            case "organisation" -> number(stage, "m.organisation_id", "", email, slug);
            case "means" ->
                number(
                        stage,
                        "t.id",
                        "JOIN means t ON t.cluster_id = c.id AND NOT t.withdrawn AND "
                                + (own
                                        ? "t.organisation_id = m.organisation_id"
                                        : "t.organisation_id <> m.organisation_id"),
                        email,
                        slug);
            case "booking" ->
                number(
                        stage,
                        "b.id",
                        "JOIN booking b ON b.cluster_id = c.id AND b.organisation_id = m.organisation_id",
                        email,
                        slug);
            case "meeting" ->
                number(
                        stage,
                        "t.id",
                        "JOIN meeting t ON t.cluster_id = c.id AND t.starts > UTC_TIMESTAMP() AND t.cancelled_at IS NULL AND "
                                + (own ? "t.organiser_id = p.id" : "t.everyone"),
                        email,
                        slug);
            case "issue" ->
                own
                        ? String.valueOf(stage.bean(NewsletterService.class).begin(stage.actor(email, slug)))
                        : number(
                                stage,
                                "t.id",
                                "JOIN newsletter_issue t ON t.cluster_id = c.id AND t.number > 0",
                                email,
                                slug);
            case "line" -> number(stage, "t.id", "JOIN ledger_line t ON t.cluster_id = c.id", email, slug);
            case "damage" -> damage(stage, email, slug);
            default -> throw new IllegalStateException("what stands for :" + parameter + " in the demo world?");
        };
    }

    private static String number(Stage stage, String column, String join, String email, String slug) {
        return String.valueOf(stage.number(
                // Where the demo world has no such thing, an id that nobody has.
                "SELECT COALESCE((SELECT " + column
                        + " FROM cluster c JOIN person p JOIN membership m ON m.cluster_id = c.id AND"
                        + " m.person_id = p.id " + join
                        + " WHERE p.email = ? AND c.slug = ? ORDER BY 1 LIMIT 1), 999999999)",
                email,
                slug));
    }

    /** Told by this person of what is theirs; the unit stays in use. */
    private static String damage(Stage stage, String email, String slug) {
        long means = Long.parseLong(value(stage, "means", true, email, slug));
        long unit = stage.number("SELECT MIN(id) FROM means_unit WHERE means_id = ?", means);
        return String.valueOf(stage.bean(DamageService.class)
                .report(
                        stage.actor(email, slug),
                        new DamageReport(
                                new MeansId(means), unit, null, "The door jams", false, List.of(), "every page")));
    }
}
