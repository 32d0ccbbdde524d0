package org.convive.directory;

/**
 * A picture as it is kept: decoded once, made small, stripped of what cameras write into it.
 *
 * @param alt what it shows, for those who do not see it; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(long id, String mediaType, String alt, int width, int height, byte[] bytes) {}
