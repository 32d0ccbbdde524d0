package org.convive.directory;

/** The four kinds of partners of a cluster. */
public enum OrganisationKind {
    COMPANY,
    /** Innovation, training or research organisation. */
    KNOWLEDGE,
    SERVICE_PROVIDER,
    LOCAL_INSTITUTION
}
