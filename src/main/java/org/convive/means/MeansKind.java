package org.convive.means;

/** What sort of thing a company shares. */
public enum MeansKind {
    MACHINE,
    TEST_BENCH,
    LABORATORY,
    ROOM,
    VEHICLE,
    TOOL,
    TRAINER,
    SERVICE
}
