package org.convive.directory.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.Consumer;
import org.convive.directory.Pictures;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** Where a picture is dropped or chosen: JPEG, PNG or GIF of at most 5 MB. */
class PictureUpload extends Upload {
    PictureUpload(Consumer<byte[]> received) {
        addClassName("cv-dir-upload");
        setMaxFiles(1);
        setMaxFileSize(Pictures.MOST_BYTES);
        setAcceptedFileTypes("image/jpeg", "image/png", "image/gif", ".jpg", ".jpeg", ".png", ".gif");
        setUploadButton(Buttons.plain(getTranslation("directory.picture.choose"), CvIcon.UPLOAD, () -> {}));
        setI18n(words());
        setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> {
            clearFileList();
            try {
                received.accept(bytes);
            } catch (InvalidInput e) {
                e.fields()
                        .values()
                        .forEach(message -> Toasts.sorry(
                                getTranslation(message.key(), message.args().toArray())));
            }
        }));
        addFileRejectedListener(event -> Toasts.sorry(event.getErrorMessage()));
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("directory.picture.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("directory.picture.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("directory.error.picture-too-big"))
                        .setIncorrectFileType(getTranslation("directory.error.picture-type"))
                        .setTooManyFiles(getTranslation("directory.picture.one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("directory.picture.sending"))
                                .setProcessing(getTranslation("directory.picture.sending"))
                                .setStalled(getTranslation("directory.picture.stalled"))
                                .setHeld(getTranslation("directory.picture.sending")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("directory.picture.failed"))
                                .setUnexpectedServerError(getTranslation("directory.picture.failed"))
                                .setForbidden(getTranslation("directory.picture.failed"))))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("directory.picture.retry"))
                        .setRemove(getTranslation("directory.remove")))
                .setUnits(List.of("B", "kB", "MB"));
    }
}
