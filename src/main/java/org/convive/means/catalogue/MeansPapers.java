package org.convive.means.catalogue;

import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.means.BookingRules;
import org.convive.means.Lending;
import org.convive.means.LendingTerms;
import org.convive.means.Lengths;
import org.convive.means.Means;
import org.convive.paper.Paper;
import org.convive.paper.PaperSize;
import org.convive.paper.QrCode;
import org.convive.paper.Sheet;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The printed side of a means: a label with a code that opens its page, and the rules and terms as they were agreed. */
@Component
public class MeansPapers {
    private final Paper paper;
    private final Translations translations;
    private final String publicUrl;

    MeansPapers(Paper paper, Translations translations, @Value("${convive.public-url}") String publicUrl) {
        this.paper = paper;
        this.translations = translations;
        this.publicUrl = publicUrl;
    }

    /**
     * The address that the label's code opens: the means' page, or check-in at once for somebody who has it booked now.
     */
    public String address(Actor actor, Means means) {
        return publicUrl + "/c/" + actor.slug() + "/means/" + means.id() + "/here?scanned";
    }

    /** A label to stick on the thing. */
    public byte[] label(Actor actor, Means means) {
        Locale locale = actor.locale();
        String body = "<table class=\"label\"><tr><td class=\"code\"><img alt=\"\" src=\""
                + QrCode.of(address(actor, means)).dataUri() + "\"/></td><td><p class=\"above\">"
                + Sheet.text(actor.clusterName()) + "</p><h1>" + Sheet.text(means.name()) + "</h1><p>"
                + Sheet.text(means.ownerName()) + "</p><p class=\"quiet\">" + Sheet.text(means.place()) + "</p><p>"
                + Sheet.text(translations.text(locale, "means.label.scan")) + "</p></td></tr></table>";
        return paper.pdf(new Sheet(PaperSize.LABEL, locale, means.name(), "", body));
    }

    /** One version of rules and terms. */
    public byte[] terms(Actor actor, LendingTerms.Version version) {
        Locale locale = actor.locale();
        String title = translations.text(locale, "means.terms.title", version.meansName());
        var body = new StringBuilder("<p class=\"above\">")
                .append(Sheet.text(version.ownerName()))
                .append("</p><h1>")
                .append(Sheet.text(title))
                .append("</h1><p class=\"quiet\">")
                .append(Sheet.text(translations.text(
                        locale,
                        "means.terms.version",
                        version.number(),
                        Dates.of(locale, actor.zone()).date(version.at()),
                        version.personName())))
                .append("</p><h2>")
                .append(Sheet.text(translations.text(locale, "means.form.rules")))
                .append("</h2><table class=\"facts\"><tbody>");
        rules(body, locale, version.rules());
        lending(body, locale, version.lending());
        fact(body, locale, "means.form.price", version.price());
        body.append("</tbody></table>");
        if (!version.text().isBlank()) {
            body.append("<h2>")
                    .append(Sheet.text(translations.text(locale, "means.form.terms")))
                    .append("</h2>")
                    .append(Markdown.html(version.text()));
        }
        return paper.pdf(new Sheet(
                PaperSize.A4,
                locale,
                title,
                translations.text(locale, "means.paper.page", "{0}", "{1}"),
                body.toString()));
    }

    private void rules(StringBuilder body, Locale locale, BookingRules rules) {
        fact(body, locale, "means.paper.zone", rules.zone().getId());
        fact(
                body,
                locale,
                "means.form.hours",
                rules.hours().isAlways()
                        ? translations.text(locale, "means.rule.always")
                        : rules.hours().days().entrySet().stream()
                                .map(day -> day.getKey().getDisplayName(TextStyle.SHORT, locale) + " "
                                        + day.getValue().stream()
                                                .map(span -> Dates.time(span.opens(), locale) + "–"
                                                        + Dates.time(span.closes(), locale))
                                                .collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; ")));
        fact(body, locale, "means.form.holidays", rules.closures().holidays().toUpperCase(Locale.ROOT));
        fact(body, locale, "means.form.closures", rules.closures().write().replace(";", "; "));
        length(body, locale, "means.paper.shortest", rules.shortest());
        length(body, locale, "means.paper.longest", rules.longest());
        length(body, locale, "means.paper.slot", rules.slot());
        length(body, locale, "means.paper.set-up", rules.setUp());
        length(body, locale, "means.paper.tear-down", rules.tearDown());
        length(body, locale, "means.paper.notice", rules.notice());
        fact(body, locale, "means.paper.horizon", translations.text(locale, "means.length.days", rules.horizonDays()));
    }

    private void lending(StringBuilder body, Locale locale, Lending lending) {
        fact(
                body,
                locale,
                "means.form.approval",
                translations.text(locale, lending.approval() ? "means.paper.yes" : "means.paper.no"));
        fact(body, locale, "means.form.certificate", lending.certificate());
        if (lending.quota() != null) {
            length(body, locale, "means.paper.quota", lending.quota());
        }
        length(body, locale, "means.paper.free-cancelling", lending.freeCancelling());
        fact(body, locale, "means.form.deposit", lending.deposit());
    }

    private void length(StringBuilder body, Locale locale, String key, Duration length) {
        if (!length.isZero()) {
            Message words = Lengths.message("means.length", length);
            fact(body, locale, key, translations.text(locale, words));
        }
    }

    private void fact(StringBuilder body, Locale locale, String key, String value) {
        if (!value.isBlank()) {
            body.append("<tr><td>")
                    .append(Sheet.text(translations.text(locale, key)))
                    .append("</td><td>")
                    .append(Sheet.text(value))
                    .append("</td></tr>");
        }
    }
}
