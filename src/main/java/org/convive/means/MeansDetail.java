package org.convive.means;

/** A shared means as its page and its form show it. */
public record MeansDetail(Means means, String description, boolean withdrawn, int version) {}
