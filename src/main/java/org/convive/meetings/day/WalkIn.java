package org.convive.meetings.day;

/**
 * Somebody who just came and is no member.
 *
 * @param email for the minutes and a late message; may be empty
 */
public record WalkIn(String name, String company, String email) {
    public WalkIn {
        name = name.strip();
        company = company.strip();
        email = email.strip();
    }
}
