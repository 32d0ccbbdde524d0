package org.convive.meetings.agenda.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.agenda.AgendaItem;
import org.convive.meetings.agenda.AgendaService;
import org.convive.meetings.ui.Say;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;

/** The documents of an item: those that are there, a link, or a file. */
final class DocumentDialog extends Dialog {
    private final TextField name = Fields.text(text("meetings.agenda.document.name"), 200);
    private final TextField link = Fields.text(text("meetings.agenda.document.link"), 500);

    DocumentDialog(AgendaService service, Actor actor, MeetingId meeting, AgendaItem item, Runnable refresh) {
        setHeaderTitle(text("meetings.agenda.documents", item.title()));
        setWidth("min(520px, 100vw)");
        var list = new UnorderedList();
        list.addClassName("cv-meeting-people");
        item.documents().forEach(document -> {
            Span words = new Span(document.name());
            words.addClassName("cv-grow");
            ListItem row = new ListItem(words);
            row.add(Buttons.icon(CvIcon.X, text("meetings.agenda.document.remove", document.name()), () -> {
                service.detach(actor, meeting, document.id());
                list.remove(row);
                refresh.run();
            }));
            list.add(row);
        });
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> Say.orSorry(() -> {
            service.attach(actor, meeting, item.id(), new AgendaService.DocumentFile(metadata.fileName(), bytes));
            close();
            refresh.run();
        })));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(AgendaService.MOST_BYTES);
        upload.setUploadButton(Buttons.plain(text("meetings.agenda.document.upload"), CvIcon.UPLOAD, () -> {}));
        name.setWidthFull();
        link.setWidthFull();
        Div form = new Div(list, name, link, upload);
        form.addClassName("cv-stack");
        add(form);
        getFooter().add(Buttons.quiet(text("meetings.agenda.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.agenda.document.add"), () -> {
            try {
                service.attach(actor, meeting, item.id(), name.getValue(), link.getValue());
                close();
                refresh.run();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("name", name, "link", link));
            }
        }));
    }
}
