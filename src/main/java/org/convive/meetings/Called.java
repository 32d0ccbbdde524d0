package org.convive.meetings;

/**
 * How people are called at a meeting: members as in their account, guests from outside as the organiser typed them. What
 * an address has told another cluster, its person's name and face, is not told to whoever knows the address.
 *
 * <p>Parts of statements in which {@code p} is the person, {@code m} the membership of the meeting's cluster and {@code g}
 * the guest, both of them left joins.
 */
public final class Called {
    public static final String NAME = "IF(m.person_id IS NULL, COALESCE(g.name, p.name), p.name)";

    public static final String PICTURE = "IF(m.person_id IS NULL AND g.person_id IS NOT NULL, NULL, p.picture_id)";

    private Called() {}
}
