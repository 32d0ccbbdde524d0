/** Shared means of the companies, their units and bookings, without a double booking ever. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "uikit",
            "identity",
            "identity::ui",
            "directory",
            "calendar",
            "mail",
            "newsletter::content"
        })
package org.convive.means;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
