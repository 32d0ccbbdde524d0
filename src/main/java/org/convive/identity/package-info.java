/** Who is there and what they may do: sign-in, accounts, memberships, the {@link org.convive.identity.Actor}, the audit trail. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.convive.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
