/** Clusters, organisations, their sites, competences and people; pictures; who asks to join. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "uikit", "identity", "identity::ui", "mail"})
package org.convive.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
