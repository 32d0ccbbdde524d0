/** Value objects that every module speaks: ids, e-mail addresses, time slots, messages and the errors a person can mend. No Spring. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.convive.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
