package org.convive.identity.ui;

import org.convive.identity.Actor;

/** How many things of one area wait for the person; shown in ember beside the navigation entry. */
public interface NavigationCount {
    /** The last part of the area's path: {@code meetings}, {@code means}, {@code newsletter}, … */
    String area();

    int waiting(Actor actor);
}
