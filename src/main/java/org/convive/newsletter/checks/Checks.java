package org.convive.newsletter.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Issue;
import org.convive.newsletter.Looks;
import org.convive.newsletter.NewsletterQueries;
import org.convive.newsletter.NewsletterService;
import org.convive.shared.Translations;
import org.convive.uikit.Markdown;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

/** What to look at before a letter leaves. */
@Service
public class Checks {
    /** Beyond this many bytes a large mail service cuts a letter off. */
    public static final int MOST_BYTES = 102 * 1024;

    private static final int MOST_LINKS = 100;

    /** Bytes of a link that is signed for a reader, about. */
    private static final int SIGNED_LINK = 180;

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");

    private final NewsletterQueries queries;
    private final NewsletterService newsletter;
    private final Looks looks;
    private final LinkCheck links;

    Checks(NewsletterQueries queries, NewsletterService newsletter, Looks looks, LinkCheck links) {
        this.queries = queries;
        this.newsletter = newsletter;
        this.looks = looks;
        this.links = links;
    }

    /** Everything about a draft as it was kept last. */
    public Report report(Actor animator, long issueId, Draft draft) {
        Issue issue = queries.forWriting(animator, issueId);
        boolean approval = looks.of(animator.cluster()).approval();
        return new Report(
                !draft.title().isBlank(),
                (int) draft.blocks().stream()
                        .filter(block -> !block.isDescribed())
                        .count(),
                draft.isBilingual(),
                draft.untranslated(),
                bytes(animator, issueId, draft),
                links(draft),
                wording(draft),
                issue.isTested(),
                approval,
                approval ? looks.approval(issue) : Optional.empty(),
                approval && looks.isOwn(animator, issue));
    }

    /** What is known of the links of a draft by now; those nobody asked yet are asked. */
    public Links links(Draft draft) {
        Set<String> all = addresses(draft);
        List<String> broken = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        int waiting = 0;
        for (String address : all) {
            switch (links.of(address)) {
                case WAITING -> waiting++;
                case GOOD -> {}
                case BROKEN -> broken.add(address);
                case SILENT -> silent.add(address);
                case PRIVATE -> unseen.add(address);
            }
        }
        return new Links(all.size(), waiting, broken, silent, unseen);
    }

    private int bytes(Actor animator, long issue, Draft draft) {
        Stream<Locale> editions = draft.isBilingual() ? Translations.LOCALES.stream() : Stream.of(draft.language());
        return editions.map(language -> newsletter.preview(animator, issue, draft, language, ""))
                .mapToInt(mail -> mail.getBytes(StandardCharsets.UTF_8).length + signed(mail))
                .max()
                .orElse(0);
    }

    /** What a reader's own links add, which in a preview lead nowhere. */
    private static int signed(String mail) {
        return StringUtils.countOccurrencesOf(mail, "href=\"#\"") * SIGNED_LINK;
    }

    private static List<String> wording(Draft draft) {
        Set<String> found = new LinkedHashSet<>(Wording.standsOut(draft.edition(draft.language())));
        if (draft.isBilingual()) {
            found.addAll(Wording.standsOut(draft.edition(draft.secondLanguage())));
        }
        return List.copyOf(found);
    }

    static Set<String> addresses(Draft draft) {
        Set<String> found = new LinkedHashSet<>();
        collect(found, draft.introduction());
        collect(found, draft.translated().introduction());
        for (Block block : draft.blocks()) {
            for (Block.Words words : List.of(block.words(), block.translated())) {
                collect(found, words.body());
                collect(found, words.more());
            }
            if (!block.link().isBlank()) {
                found.add(block.link().strip());
            }
        }
        return found;
    }

    private static void collect(Set<String> found, String markdown) {
        Matcher link = HREF.matcher(Markdown.html(markdown));
        while (link.find() && found.size() < MOST_LINKS) {
            found.add(HtmlUtils.htmlUnescape(link.group(1)));
        }
    }

    /**
     * What was looked at.
     *
     * @param undescribed pictures that are neither described nor decorative
     * @param untranslated parts that readers of the second language get in the first one
     * @param bytes of the heavier edition
     * @param wording phrases that mail filters take for advertising
     * @param approvalWanted whether a second person has to say yes
     * @param own whether it is the actor who wrote last, so that their own yes does not count
     */
    public record Report(
            boolean titled,
            int undescribed,
            boolean bilingual,
            int untranslated,
            int bytes,
            Links links,
            List<String> wording,
            boolean tested,
            boolean approvalWanted,
            Optional<Looks.Approval> approval,
            boolean own) {}

    /**
     * The links of a letter.
     *
     * @param waiting how many were not heard of yet
     * @param broken those that answered that nothing is there
     * @param silent those that did not answer
     * @param unseen those within the site's own network, which are not asked
     */
    public record Links(int all, int waiting, List<String> broken, List<String> silent, List<String> unseen) {}
}
