package org.convive.newsletter;

import java.util.Locale;
import org.convive.shared.ClusterId;

/**
 * One issue on its way to readers of one language.
 *
 * @param content in the reader's language where there is an edition in it
 * @param reader the language of what stands around the writer's words
 * @param portal the portal's public address
 * @param members whether its readers are members of the cluster; others see what everybody may
 * @param marked the block a writer looks at; empty for none
 */
record Edition(
        ClusterId cluster,
        String clusterName,
        String author,
        Draft content,
        Locale reader,
        Look look,
        AnswerLinks answers,
        String portal,
        boolean members,
        Frame frame,
        String marked) {

    /**
     * What stands around the writer's words, in the reader's language. Addresses may be places that the mail fills for
     * each reader, and so may {@code why}.
     *
     * @param above the line above the title
     * @param page where it can be read on the portal, and {@code pageWords} what that link says
     * @param why the reader gets it
     * @param choices where readers say what they want to get
     * @param unsubscribe the one-click address
     */
    record Frame(String above, String page, String pageWords, String why, String choices, String unsubscribe) {}
}
