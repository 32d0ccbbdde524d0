package org.convive.newsletter;

import java.util.Locale;
import org.convive.shared.ClusterId;

/**
 * One issue on its way to readers of one language.
 *
 * @param number 0 while it is a draft
 * @param content in the reader's language where there is an edition in it
 * @param reader the language of what stands around the writer's words
 * @param portal the portal's public address
 * @param page the page
 * @param choices where readers say what they want to get
 * @param unsubscribe the one-click address, or its placeholder
 * @param marked the block a writer looks at; empty for none
 */
record Edition(
        ClusterId cluster,
        String clusterName,
        String author,
        int number,
        Draft content,
        Locale reader,
        Look look,
        AnswerLinks answers,
        String portal,
        String page,
        String choices,
        String unsubscribe,
        String marked) {}
