package org.convive.means;

import java.time.Instant;

/** Another way to get the work done: the same means at another time, or another means that can do the same. */
public record Alternative(
        MeansId means,
        String name,
        String owner,
        String place,
        String price,
        boolean sameMeans,
        Instant from,
        Instant to) {}
