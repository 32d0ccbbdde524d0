package org.convive.newsletter.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.stream.Collectors;
import org.convive.identity.Actor;
import org.convive.newsletter.readers.ReaderFiles;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.Toasts;

/** Outsiders join the readers: one by one, or from a file. Each is asked by mail to confirm. */
class AddReadersDialog extends Dialog {
    private final transient Actor actor;
    private final transient ReaderFiles files;
    private final transient Runnable changed;
    private final TextArea consent = Fields.area(getTranslation("newsletter.import.consent"), 400);
    private final Div report = new Div();

    AddReadersDialog(Actor actor, Readers readers, ReaderFiles files, Runnable changed) {
        this.actor = actor;
        this.files = files;
        this.changed = changed;
        setHeaderTitle(getTranslation("newsletter.readers.add"));
        setWidth("620px");
        TextField email = Fields.text(getTranslation("newsletter.join.email"), 254);
        TextField name = Fields.text(getTranslation("newsletter.readers.name"), 200);
        Div one = new Div(email, name);
        one.addClassName("cv-row");
        add(
                quiet("newsletter.readers.add.sentence"),
                one,
                Buttons.primary(getTranslation("newsletter.readers.ask"), CvIcon.MAIL, () -> {
                    boolean valid = EmailAddress.isValid(email.getValue());
                    email.setInvalid(!valid);
                    email.setErrorMessage(getTranslation("newsletter.join.wrong"));
                    if (valid) {
                        readers.ask(
                                actor.cluster(),
                                new EmailAddress(email.getValue()),
                                name.getValue(),
                                actor.locale(),
                                actor);
                        Toasts.say(getTranslation("newsletter.readers.asked", email.getValue()));
                        email.clear();
                        name.clear();
                        changed.run();
                    }
                }),
                new H3(getTranslation("newsletter.import")),
                quiet("newsletter.import.sentence"),
                consent,
                upload(),
                report);
        report.getElement().setAttribute("role", "status");
        getFooter().add(Buttons.plain(getTranslation("newsletter.ledger.close"), this::close));
    }

    private Upload upload() {
        Upload upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((about, bytes) -> {
            upload.clearFileList();
            take(bytes);
        }));
        upload.setMaxFileSize(ReaderFiles.MOST_BYTES);
        upload.addFileRejectedListener(rejected -> {
            report.removeAll();
            report.add(new Paragraph(getTranslation("newsletter.import.too-large")));
        });
        upload.setAcceptedFileTypes(".csv", "text/csv");
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("newsletter.import.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("newsletter.picture.drop"))));
        upload.setUploadButton(Buttons.plain(getTranslation("newsletter.import.choose"), CvIcon.UPLOAD, () -> {}));
        return upload;
    }

    private void take(byte[] file) {
        report.removeAll();
        consent.setInvalid(false);
        try {
            ReaderFiles.Report taken = files.take(actor, file, consent.getValue());
            report.add(new Paragraph(
                    getTranslation("newsletter.import.report", taken.asked(), taken.known(), taken.suppressed())));
            if (!taken.wrong().isEmpty()) {
                report.add(new Paragraph(getTranslation(
                        "newsletter.import.wrong",
                        taken.wrong().entrySet().stream()
                                .limit(10)
                                .map(line -> line.getKey() + " (" + line.getValue() + ")")
                                .collect(Collectors.joining(", ")))));
            }
            changed.run();
        } catch (InvalidInput e) {
            e.fields().forEach((field, message) -> {
                String words = getTranslation(message.key(), message.args().toArray());
                if (field.equals("consent")) {
                    consent.setInvalid(true);
                    consent.setErrorMessage(words);
                } else {
                    report.add(new Paragraph(words));
                }
            });
        }
    }

    private Paragraph quiet(String key) {
        Paragraph words = new Paragraph(getTranslation(key));
        words.addClassName("cv-q");
        return words;
    }
}
