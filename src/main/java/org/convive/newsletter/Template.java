package org.convive.newsletter;

import org.jspecify.annotations.Nullable;

/**
 * What a letter wears: colour, logo, signature. A cluster has a usual one, its {@link Look}, and as many beside it as it
 * likes.
 *
 * @param logo the number of a picture of the cluster; null for its name in words
 * @param signatureEnglish Markdown below the last block
 * @param signatureFrench the same for French readers
 */
public record Template(
        String name, Look.Accent accent, @Nullable Long logo, String signatureEnglish, String signatureFrench) {}
