package org.convive.directory;

import org.jspecify.annotations.Nullable;

/** A place on the map, in degrees (WGS 84). */
public record GeoPoint(double latitude, double longitude) {
    static boolean isValid(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    static @Nullable GeoPoint of(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }
}
