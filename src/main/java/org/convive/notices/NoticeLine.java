package org.convive.notices;

import java.time.Instant;

/**
 * A notice as its reader sees it, in their language.
 *
 * @param words empty when the title says it all
 * @param href where it leads to
 */
public record NoticeLine(long id, String kind, String title, String words, String href, Instant at, boolean read) {}
