package org.convive.directory;

/** The kinds of productive networks, in the words of the European and French texts. */
public enum ClusterKind {
    CLUSTER,
    INDUSTRIAL_DISTRICT,
    LOCAL_PRODUCTIVE_SYSTEM,
    COMPETITIVENESS_POLE,
    TECHNOLOGICAL_VALLEY
}
