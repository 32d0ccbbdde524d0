package org.convive.meetings.album;

import org.convive.meetings.desk.MeetingChore;
import org.springframework.stereotype.Component;

/** Erases pictures whose time has come. */
@Component
class AlbumChore implements MeetingChore {
    private final Album album;

    AlbumChore(Album album) {
        this.album = album;
    }

    @Override
    public void round() {
        album.eraseDue();
    }
}
