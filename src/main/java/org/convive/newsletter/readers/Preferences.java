package org.convive.newsletter.readers;

import java.util.Locale;
import java.util.Set;

/**
 * What a reader wants.
 *
 * @param wanted whether they want mails at all
 * @param topics for {@link Frequency#CONCERNS_ME}
 */
public record Preferences(boolean wanted, Frequency frequency, Locale language, Set<Topic> topics) {}
