package org.convive.means.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.LongConsumer;
import org.convive.identity.Actor;
import org.convive.means.catalogue.Documents;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.Toasts;

/** Files to read, and for those who may, to add and take away. */
class DocumentList extends Div {
    private static final int KILO = 1024;

    /** Keeps a file. */
    interface Keeper {
        void attach(String name, byte[] bytes);
    }

    /** @param mayRemoveOfPlan whether files of all that was booked together can be taken away here */
    DocumentList(
            Actor actor,
            List<Documents.Line> files,
            boolean mayChange,
            boolean mayRemoveOfPlan,
            Keeper keeper,
            LongConsumer remove,
            Runnable reload) {
        addClassName("cv-stack");
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-means-files");
        list.getElement().setAttribute("role", "list");
        for (Documents.Line file : files) {
            Anchor link = Links.to(MeansPath.all(actor) + "/documents/" + file.id(), file.name());
            link.setRouterIgnore(true);
            link.addClassName("cv-grow");
            Span size = new Span(getTranslation("means.documents.size", Math.max(1, file.size() / KILO)));
            size.addClassNames("cv-q", "cv-num");
            ListItem item = new ListItem(CvIcon.TEXT.create(), link, size);
            if (mayChange && (mayRemoveOfPlan || !file.ofPlan())) {
                item.add(Buttons.icon(CvIcon.TRASH, getTranslation("means.documents.remove", file.name()), () -> {
                    remove.accept(file.id());
                    reload.run();
                }));
            }
            list.add(item);
        }
        if (!files.isEmpty()) {
            add(list);
        }
        if (mayChange) {
            add(upload(keeper, reload));
        }
    }

    private Upload upload(Keeper keeper, Runnable reload) {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> {
            try {
                keeper.attach(metadata.fileName(), bytes);
                reload.run();
            } catch (InvalidInput e) {
                e.fields()
                        .values()
                        .forEach(message -> Toasts.sorry(
                                getTranslation(message.key(), message.args().toArray())));
            }
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Documents.MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.plain(getTranslation("means.documents.add"), CvIcon.UPLOAD, () -> {}));
        upload.addFileRejectedListener(e -> Toasts.sorry(getTranslation("means.error.document-size")));
        return upload;
    }
}
