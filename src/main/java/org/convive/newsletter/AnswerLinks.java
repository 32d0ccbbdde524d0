package org.convive.newsletter;

import java.util.Optional;

/** Where an answer to a block leads, in one edition: an address, or a place that the mail fills for each reader. */
@FunctionalInterface
public interface AnswerLinks {
    AnswerLinks NONE = (block, answer) -> Optional.empty();

    Optional<String> url(Block block, Block.Answer answer);
}
