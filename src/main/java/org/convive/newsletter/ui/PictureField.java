package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** A picture of a letter: chosen or dropped, shown small, replaced by the next one. */
class PictureField extends CustomField<Long> {
    private final transient Actor actor;
    private final Image image = new Image();
    private final Button remove;
    private @Nullable Long picture;

    PictureField(Actor actor, Pictures pictures) {
        this.actor = actor;
        setLabel(getTranslation("newsletter.picture"));
        image.setAlt("");
        Div thumb = new Div(image);
        thumb.addClassName("cv-thumb");
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> store(pictures, bytes)));
        upload.setUploadButton(Buttons.plain(getTranslation("newsletter.picture.choose"), CvIcon.UPLOAD, () -> {}));
        upload.setDropLabel(new Span(getTranslation("newsletter.picture.drop")));
        upload.setMaxFileSize(Pictures.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/gif", ".jpg", ".jpeg", ".png", ".gif");
        upload.addFileRejectedListener(event -> Toasts.sorry(getTranslation("newsletter.picture.refused")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        remove = Buttons.icon(CvIcon.TRASH, getTranslation("newsletter.picture.remove"), () -> {
            setModelValue(null, true);
            setPresentationValue(null);
        });
        Div row = new Div(thumb, upload, remove);
        row.addClassName("cv-row");
        add(row);
        setPresentationValue(null);
    }

    private void store(Pictures pictures, byte[] bytes) {
        try {
            setModelValue(pictures.store(actor, bytes, ""), true);
            setPresentationValue(getValue());
        } catch (InvalidInput e) {
            e.fields()
                    .values()
                    .forEach(message -> Toasts.sorry(
                            getTranslation(message.key(), message.args().toArray())));
        }
    }

    @Override
    protected @Nullable Long generateModelValue() {
        return picture;
    }

    @Override
    protected final void setPresentationValue(@Nullable Long value) {
        picture = value;
        String source = Pages.picture(actor, value);
        image.setVisible(source != null);
        remove.setVisible(source != null);
        if (source != null) {
            image.setSrc(source);
        }
    }
}
