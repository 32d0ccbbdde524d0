/** The frame of the product: application shell, main layout, home page, error pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "uikit", "identity", "identity::ui", "directory"})
package org.convive.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
