/**
 * What people are told: notices in the portal (the bell), the same by mail, and what each person wants to be told and
 * how. A feature declares its {@link org.convive.notices.NoticeKind kinds} and calls {@link org.convive.notices.Notices};
 * letters still leave through the mail ledger.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "uikit", "identity", "identity::ui", "mail"})
package org.convive.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
