/** Meetings: invitations, answers, waiting lists, who comes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "uikit",
            "identity",
            "identity::ui",
            "directory",
            "calendar",
            "calendar::busy",
            "calendar::inbound",
            "calendar::ui",
            "mail",
            "means",
            "paper",
            "notices",
            "newsletter::content"
        })
package org.convive.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
