package org.convive.newsletter.readers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.convive.newsletter.Block;

/** What a letter can be about; known from its blocks, so that nobody has to tag letters. */
public enum Topic {
    MEETINGS(Block.Kind.MEETING, Block.Kind.POLL),
    MEANS(Block.Kind.MEANS),
    MEMBERS(Block.Kind.ORGANISATION, Block.Kind.PERSON),
    HELP(Block.Kind.NEED, Block.Kind.OFFER, Block.Kind.ACTION);

    private final Set<Block.Kind> kinds;

    Topic(Block.Kind first, Block.Kind... others) {
        kinds = EnumSet.of(first, others);
    }

    public boolean isOf(Block block) {
        return kinds.contains(block.kind());
    }

    static Set<Topic> read(String column) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        Arrays.stream(values())
                .filter(topic -> ("," + column + ",").contains("," + topic + ","))
                .forEach(topics::add);
        return topics;
    }

    static String column(Set<Topic> topics) {
        return topics.stream().sorted().map(Topic::name).collect(Collectors.joining(","));
    }
}
