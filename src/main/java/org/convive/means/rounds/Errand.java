package org.convive.means.rounds;

import java.time.Duration;

/** Something that is done again and again; running it twice at once must do no harm. */
public interface Errand {
    String name();

    Duration every();

    /** @return how much there was to do */
    int run();

    static Errand of(String name, Duration every, Work work) {
        return new Errand() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public int run() {
                return work.run();
            }
        };
    }

    /** What an errand does. */
    interface Work {
        int run();
    }
}
