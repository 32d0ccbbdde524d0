package org.convive.journey;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.convive.newsletter.NewsletterService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The addresses of all pages, read from the views, with examples of the demo world in the place of parameters. */
final class Pages {
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
        return new ArrayList<>(found);
    }

    /** An address that the person with this address may open. */
    static String example(Stage stage, String template, String email, String slug) {
        return "/"
                + PARAMETER
                        .matcher(template)
                        .replaceAll(found -> value(stage, found.group(1), template.endsWith("/edit"), email, slug));
    }

    private static String value(Stage stage, String parameter, boolean edit, String email, String slug) {
        return switch (parameter) {
            case "cluster", "slug" -> slug;
            case "person" -> number(stage, "m.person_id", "", email, slug);
            case "organisation" -> number(stage, "m.organisation_id", "", email, slug);
            case "means" ->
                number(
                        stage,
                        "t.id",
                        "JOIN means t ON t.cluster_id = c.id AND NOT t.withdrawn AND "
                                + (edit
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
                                + (edit ? "t.organiser_id = p.id" : "t.everyone"),
                        email,
                        slug);
            case "issue" ->
                edit
                        ? String.valueOf(stage.bean(NewsletterService.class).begin(stage.actor(email, slug)))
                        : number(
                                stage,
                                "t.id",
                                "JOIN newsletter_issue t ON t.cluster_id = c.id AND t.number > 0",
                                email,
                                slug);
            case "line" -> number(stage, "t.id", "JOIN ledger_line t ON t.cluster_id = c.id", email, slug);
            case "damage" -> number(stage, "t.id", "JOIN damage t ON t.cluster_id = c.id", email, slug);
            case "notice" ->
                number(stage, "t.id", "JOIN notice t ON t.cluster_id = c.id AND t.person_id = p.id", email, slug);
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
}
