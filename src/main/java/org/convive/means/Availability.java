package org.convive.means;

/**
 * A means and how much of it can be had in the window that was asked for.
 *
 * @param freeUnits units that nobody has then; all of them when no window was asked for
 * @param bookable whether the owner's rules allow that window
 */
public record Availability(Means means, int freeUnits, boolean bookable) {}
