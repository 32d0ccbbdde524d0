package org.convive.notices;

/** How somebody is told. */
public enum Way {
    PORTAL,
    MAIL
}
