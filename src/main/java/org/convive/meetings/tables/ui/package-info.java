/** The tables of a meeting as they are laid and shown. */
@NullMarked
package org.convive.meetings.tables.ui;

import org.jspecify.annotations.NullMarked;
