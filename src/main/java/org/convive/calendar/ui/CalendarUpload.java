package org.convive.calendar.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.Consumer;
import org.convive.calendar.reading.CalendarParser;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;

/** Where an .ics file is dropped or chosen. */
final class CalendarUpload extends Upload {
    CalendarUpload(Consumer<byte[]> received, Consumer<String> refused) {
        setMaxFiles(1);
        setMaxFileSize(CalendarParser.MOST_BYTES);
        setAcceptedFileTypes("text/calendar", ".ics", ".ical", ".ifb");
        setUploadButton(Buttons.plain(getTranslation("calendar.import.choose"), CvIcon.UPLOAD, () -> {}));
        setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("calendar.import.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("calendar.import.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation(
                                "calendar.reading.error.too-large", CalendarParser.MOST_BYTES / 1024 / 1024))
                        .setIncorrectFileType(getTranslation("calendar.import.type"))
                        .setTooManyFiles(getTranslation("calendar.import.one")))
                .setUnits(List.of("B", "kB", "MB")));
        setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> {
            clearFileList();
            received.accept(bytes);
        }));
        addFileRejectedListener(event -> refused.accept(event.getErrorMessage()));
    }
}
