package org.convive.meetings.album.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.Consumer;
import org.convive.directory.Pictures;
import org.convive.meetings.ui.Say;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** Where photos are dropped or chosen, several at once; a phone offers its camera. */
final class PhotoUpload extends Upload {
    private static final int AT_ONCE = 20;

    PhotoUpload(Consumer<byte[]> received) {
        addClassName("cv-album-upload");
        setMaxFiles(AT_ONCE);
        setMaxFileSize(Pictures.MOST_BYTES_OF_A_PHOTO);
        setAcceptedFileTypes("image/jpeg", "image/png", "image/gif", ".jpg", ".jpeg", ".png", ".gif");
        setUploadButton(Buttons.primary(text("meetings.album.choose"), CvIcon.IMAGE, () -> {}));
        setI18n(words());
        setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> Say.orSorry(() -> received.accept(bytes))));
        addAllFinishedListener(event -> clearFileList());
        addFileRejectedListener(event -> Toasts.sorry(event.getErrorMessage()));
    }

    private static UploadI18N words() {
        String sending = text("meetings.album.sending");
        String failed = text("meetings.album.failed");
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setMany(text("meetings.album.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setMany(text("meetings.album.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(text("meetings.album.error.big"))
                        .setIncorrectFileType(text("meetings.album.error.type"))
                        .setTooManyFiles(text("meetings.album.error.at-once", AT_ONCE)))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setProcessing(sending)
                                .setStalled(sending)
                                .setHeld(sending))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(text("meetings.album.retry"))
                        .setRemove(text("meetings.album.leave-out")))
                .setUnits(List.of("B", "kB", "MB"));
    }
}
