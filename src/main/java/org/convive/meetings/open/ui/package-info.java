/** On the page of a meeting: whether everybody may come. */
@NullMarked
package org.convive.meetings.open.ui;

import org.jspecify.annotations.NullMarked;
