/** The REST API: the same services, permissions and rules as the pages. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "directory",
            "calendar",
            "notices",
            "meetings",
            "meetings::agenda",
            "meetings::minutes",
            "meetings::planning",
            "meetings::desk",
            "meetings::means",
            "meetings::sessions",
            "means",
            "newsletter",
            "means::catalogue",
            "means::use",
            "means::ledger",
            "means::watch"
        })
package org.convive.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
