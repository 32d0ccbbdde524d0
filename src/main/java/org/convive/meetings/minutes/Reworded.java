package org.convive.meetings.minutes;

/**
 * What became of a change of words.
 *
 * @param bothKept two people changed the same words: both wordings are there, and somebody should tidy them
 */
public record Reworded(String words, boolean bothKept) {}
