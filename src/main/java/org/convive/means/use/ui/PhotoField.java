package org.convive.means.use.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** Photos taken on the spot: a phone offers its camera. */
class PhotoField extends Div {
    private static final int MOST = 8;

    private final transient Actor actor;
    private final List<Long> pictures = new ArrayList<>();
    private final Div taken = new Div();

    PhotoField(Actor actor, Pictures store) {
        this.actor = actor;
        addClassNames("cv-use-photos", "cv-stack");
        taken.addClassName("cv-use-thumbs");
        Span label = new Span(getTranslation("means.use.photos"));
        label.addClassName("cv-label");
        add(label, taken, upload(store));
    }

    private Upload upload(Pictures store) {
        Upload upload = new Upload();
        upload.setMaxFileSize(Pictures.MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/gif", ".jpg", ".jpeg", ".png", ".gif");
        upload.setUploadButton(Buttons.plain(getTranslation("means.use.photos.add"), CvIcon.IMAGE, () -> {}));
        upload.addFileRejectedListener(e -> Toasts.sorry(getTranslation("means.use.photos.rejected")));
        upload.setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> {
            upload.clearFileList();
            if (pictures.size() >= MOST) {
                Toasts.sorry(getTranslation("means.use.error.photos", MOST));
                return;
            }
            try {
                append(store.store(actor, bytes, getTranslation("means.use.photos.alt")));
            } catch (InvalidInput e) {
                Toasts.sorry(getTranslation("means.use.photos.rejected"));
            }
        }));
        return upload;
    }

    private void append(long picture) {
        pictures.add(picture);
        Div frame = new Div(new Image(UsePath.picture(actor, picture), getTranslation("means.use.photos.alt")));
        frame.add(Buttons.icon(CvIcon.X, getTranslation("means.use.photos.remove", pictures.size()), () -> {
            pictures.remove(picture);
            taken.remove(frame);
        }));
        taken.add(frame);
    }

    List<Long> pictures() {
        return List.copyOf(pictures);
    }
}
