package org.convive.uikit;

import org.jspecify.annotations.Nullable;

/** What the interface shows of a person: the name, perhaps the company and a picture's address. */
public record Portrait(
        String name, @Nullable String company, @Nullable String picture) {

    public static Portrait of(String name) {
        return new Portrait(name, null, null);
    }

    public static Portrait of(String name, @Nullable String company) {
        return new Portrait(name, company, null);
    }

    /** Name and company, as screen readers and tooltips say it. */
    public String spoken() {
        return company == null || company.isBlank() ? name : name + ", " + company;
    }

    /** Two letters at most. */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        String[] words = name.strip().split("[\\s\\-’']+");
        if (words.length > 0 && !words[0].isEmpty()) {
            letters.appendCodePoint(words[0].codePointAt(0));
        }
        if (words.length > 1) {
            letters.appendCodePoint(words[words.length - 1].codePointAt(0));
        }
        return letters.toString().toUpperCase(java.util.Locale.ROOT);
    }

    /** A hue that stays the same for a name. */
    int hue() {
        int[] hues = {20, 62, 110, 150, 186, 220, 256, 300, 340};
        return hues[Math.floorMod(name.hashCode(), hues.length)];
    }
}
