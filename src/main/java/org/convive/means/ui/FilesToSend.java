package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.convive.means.catalogue.Documents;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** Files that go with a booking once it is made: drawings, a work plan, a safety note. Kept until then. */
class FilesToSend extends Div {
    private static final int MOST = 5;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Div chips = new Div();

    FilesToSend() {
        addClassName("cv-stack");
        chips.addClassName("cv-means-chips");
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> keep(metadata.fileName(), bytes)));
        upload.setMaxFiles(MOST);
        upload.setMaxFileSize(Documents.MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.plain(getTranslation("means.documents.add"), CvIcon.UPLOAD, () -> {}));
        upload.addFileRejectedListener(e -> Toasts.sorry(getTranslation("means.error.document-size")));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        add(chips, upload);
    }

    void keep(String name, byte[] bytes) {
        if (files.size() < MOST) {
            files.put(name, bytes);
        }
        show();
    }

    private void show() {
        chips.removeAll();
        files.keySet()
                .forEach(name -> chips.add(Chip.removable(name, () -> {
                    files.remove(name);
                    show();
                })));
    }

    /**
     * Keeps the files with what was just booked.
     *
     * @return why one of them was not kept; null when all were
     */
    @Nullable
    Message send(BiConsumer<String, byte[]> keep) {
        Message refused = null;
        for (var file : files.entrySet()) {
            try {
                keep.accept(file.getKey(), file.getValue());
            } catch (InvalidInput e) {
                refused = e.fields().values().iterator().next();
            }
        }
        return refused;
    }
}
