package org.convive.directory.ui;

import java.util.List;
import java.util.Locale;
import org.convive.uikit.Pigment;

/** Gives each of the cluster's most frequent trades its own colour, the same on list, map and page. */
record Trades(List<String> byFrequency) {
    private static final List<Pigment> PIGMENTS =
            List.of(Pigment.SEA, Pigment.COBALT, Pigment.RUBY, Pigment.BOTTLE, Pigment.MANGANESE, Pigment.AMBER);

    Pigment pigment(String trade) {
        for (int i = 0; i < Math.min(PIGMENTS.size(), byFrequency.size()); i++) {
            if (byFrequency.get(i).toLowerCase(Locale.ROOT).equals(trade.toLowerCase(Locale.ROOT))) {
                return PIGMENTS.get(i);
            }
        }
        return Pigment.FLINT;
    }

    /** Those that have a colour of their own. */
    List<String> coloured() {
        return byFrequency.stream().limit(PIGMENTS.size()).toList();
    }
}
