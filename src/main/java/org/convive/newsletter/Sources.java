package org.convive.newsletter;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convive.identity.Actor;
import org.convive.newsletter.content.BlockSource;
import org.convive.newsletter.content.NewsSource;
import org.convive.shared.ClusterId;
import org.springframework.stereotype.Component;

/** What the features offer for issues. */
@Component
public class Sources {
    private final List<NewsSource> news;
    private final Map<BlockSource.Kind, BlockSource> sources = new EnumMap<>(BlockSource.Kind.class);

    Sources(List<BlockSource> sources, List<NewsSource> news) {
        this.news = List.copyOf(news);
        sources.forEach(source -> this.sources.put(source.kind(), source));
    }

    /** The kinds of blocks a writer can add. */
    public List<Block.Kind> kinds() {
        return List.of(Block.Kind.values()).stream()
                .filter(kind -> kind.source() == null || sources.containsKey(kind.source()))
                .toList();
    }

    /** Things for a block of this kind; for writers. */
    public List<BlockSource.Choice> search(Actor actor, Block.Kind kind, String text) {
        actor.requireAnimator();
        BlockSource source = kind.source() == null ? null : sources.get(kind.source());
        return source == null ? List.of() : source.search(actor, text);
    }

    /** What all features propose for a letter about this period. */
    public List<BlockSource.Candidate> candidates(ClusterId cluster, BlockSource.Period period) {
        return news.stream()
                .flatMap(source -> source.candidates(cluster, period).stream())
                .toList();
    }

    /** The card of a block as the readers of this edition may see it; empty also when it is not for them. */
    Optional<BlockSource.Card> card(Edition edition, Block block) {
        return edition.members()
                ? card(edition.cluster(), block, edition.reader())
                : publicCard(edition.cluster(), block, edition.reader());
    }

    /** The card of a block; empty when it shows none, or its thing is gone. */
    public Optional<BlockSource.Card> card(ClusterId cluster, Block block, Locale locale) {
        BlockSource source =
                block.kind().source() == null ? null : sources.get(block.kind().source());
        Long thing = block.thing();
        return source == null || thing == null ? Optional.empty() : source.render(cluster, thing, locale);
    }

    /** The card of a block where everybody reads; empty also when its thing is for members only. */
    public Optional<BlockSource.Card> publicCard(ClusterId cluster, Block block, Locale locale) {
        BlockSource source =
                block.kind().source() == null ? null : sources.get(block.kind().source());
        Long thing = block.thing();
        return source == null || thing == null ? Optional.empty() : source.renderForEverybody(cluster, thing, locale);
    }
}
