package org.convive.means;

/** One of the interchangeable items of a means. */
public record Unit(long id, String name) {}
