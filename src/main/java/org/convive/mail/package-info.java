/** Outgoing mail as a ledger: every message is a row before it is sent, and its outcome is known afterwards. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.convive.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
