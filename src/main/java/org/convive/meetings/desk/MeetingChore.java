package org.convive.meetings.desk;

/** Something of meetings that is done when its time has come; any node may do it, several may at once. */
public interface MeetingChore {
    /** Does what is due now; called every ten minutes. */
    void round();
}
