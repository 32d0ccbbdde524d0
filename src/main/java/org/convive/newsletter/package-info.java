/** The cluster’s newsletter: issues and blocks, subscriptions, sending, archive and feed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "uikit", "identity", "identity::ui", "directory", "mail", "notices"})
package org.convive.newsletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
