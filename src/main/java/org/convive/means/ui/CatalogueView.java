package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.catalogue.MeansCsv;
import org.convive.means.catalogue.Words;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.Chip;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Links;
import org.convive.uikit.Notice;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** The list of means as a file, out and in, and the words that animators propose for what they can do. */
@Route("c/:cluster/means/catalogue")
@PermitAll
@StyleSheet("convive/means.css")
class CatalogueView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MOST_BYTES = 1024 * 1024;

    private final transient Actors actors;
    private final transient MeansCsv csv;
    private final transient Words words;
    private final Div report = new Div();
    private final Div chips = new Div();
    private transient @Nullable Actor actor;
    private String title = "";

    CatalogueView(Actors actors, MeansCsv csv, Words words) {
        this.actors = actors;
        this.csv = csv;
        this.words = words;
        addClassName("cv-page");
        report.getElement().setAttribute("role", "status");
        chips.addClassName("cv-means-times");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        title = getTranslation("means.page-title", getTranslation("means.catalogue.title"), here.clusterName());
        removeAll();
        report.removeAll();
        Anchor file = Links.button(
                MeansPath.all(here) + "/means.csv", getTranslation("means.catalogue.export"), CvIcon.DOWNLOAD);
        file.setRouterIgnore(true);
        add(
                new PageHeader(getTranslation("means.catalogue.title"), getTranslation("means.catalogue.sentence"))
                        .back(getTranslation("means.title"), MeansPath.all(here)),
                new Pane(getTranslation("means.catalogue.file"), file));
        if (here.organisation() != null && here.maySpeakFor(here.organisation())) {
            add(new Pane(
                    getTranslation("means.catalogue.import"),
                    new Paragraph(getTranslation("means.catalogue.import.sentence")),
                    upload(here),
                    report));
        }
        if (here.isAnimator()) {
            add(proposing(here));
            showWords();
        }
    }

    private Upload upload(Actor here) {
        Upload upload = new Upload(
                UploadHandler.inMemory((metadata, bytes) -> read(here, new String(bytes, StandardCharsets.UTF_8))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes("text/csv", ".csv");
        upload.setDropAllowed(false);
        upload.setUploadButton(Buttons.plain(getTranslation("means.catalogue.choose"), CvIcon.UPLOAD, () -> {}));
        upload.addFileRejectedListener(e -> Toasts.sorry(getTranslation("means.catalogue.rejected")));
        return upload;
    }

    /** Shares each line, or says what is wrong with which. */
    void read(Actor here, String text) {
        report.removeAll();
        try {
            MeansCsv.Report done = csv.read(here, text);
            report.add(
                    done.wrong().isEmpty()
                            ? Notice.glass(new Paragraph(getTranslation("means.catalogue.shared", done.shared())))
                            : Notice.hot(wrong(done.wrong())));
        } catch (InvalidInput e) {
            report.add(Notice.hot(sentences(e)));
        }
    }

    private Component wrong(Map<Long, Message> lines) {
        UnorderedList list = new UnorderedList();
        lines.forEach((line, message) -> list.add(new ListItem(getTranslation(
                "means.catalogue.line",
                line,
                getTranslation(message.key(), message.args().toArray())))));
        return new Div(new Paragraph(getTranslation("means.catalogue.nothing-shared")), list);
    }

    private Component sentences(InvalidInput refused) {
        Div all = new Div();
        refused.fields()
                .values()
                .forEach(message -> all.add(new Paragraph(
                        getTranslation(message.key(), message.args().toArray()))));
        return all;
    }

    private Pane proposing(Actor here) {
        TextField word = Fields.text(getTranslation("means.words.word"), 100);
        Div line = new Div(word, Buttons.plain(getTranslation("means.words.add"), () -> {
            try {
                words.propose(here, word.getValue());
                word.clear();
                showWords();
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("word", word));
            }
        }));
        line.addClassName("cv-row");
        return new Pane(
                getTranslation("means.words.title"),
                new Paragraph(getTranslation("means.words.sentence")),
                chips,
                line);
    }

    private void showWords() {
        Actor here = Objects.requireNonNull(actor);
        chips.removeAll();
        words.all(here).stream()
                .filter(Words.Word::proposed)
                .forEach(word -> chips.add(Chip.removable(word.label(), () -> {
                    words.withdraw(here, word.label());
                    showWords();
                    Toasts.undo(getTranslation("means.words.removed", word.label()), () -> {
                        words.propose(here, word.label());
                        showWords();
                    });
                })));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
