/** What is looked at before a letter leaves. */
@NullMarked
package org.convive.newsletter.checks;

import org.jspecify.annotations.NullMarked;
