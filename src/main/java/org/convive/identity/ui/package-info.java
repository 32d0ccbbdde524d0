/** What features plug into the shell: sections of the page "Today", counts beside the navigation, the view's actor. */
@NullMarked
@NamedInterface("ui")
package org.convive.identity.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
