package org.convive.newsletter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.mail.Suppressions;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderFiles;
import org.convive.newsletter.readers.Readers;
import org.convive.uikit.Badges;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** Who reads the letters: members and outsiders, how often, and whose address does not work. For animators. */
@Route("c/:cluster/newsletter/readers")
@PermitAll
@StyleSheet("convive/newsletter.css")
class ReadersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient Readers readers;
    private final transient ReaderFiles files;
    private final transient Suppressions suppressions;
    private final TextField search = new TextField();
    private final Grid<Reader> grid = new Grid<>();
    private transient Map<String, Suppressions.Entry> suppressed = Map.of();
    private String pageTitle = "";

    ReadersView(Actors actors, Readers readers, ReaderFiles files, Suppressions suppressions) {
        this.actors = actors;
        this.readers = readers;
        this.files = files;
        this.suppressions = suppressions;
        addClassNames("cv-page", "cv-nl-readers");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = ViewActor.of(event, actors);
        actor.requireAnimator();
        pageTitle = getTranslation("newsletter.readers.page-title", actor.clusterName());
        removeAll();
        add(
                new PageHeader(getTranslation("newsletter.readers"), getTranslation("newsletter.readers.sentence"))
                        .back(getTranslation("newsletter.all"), Pages.feed(actor))
                        .action(Buttons.primary(
                                getTranslation("newsletter.readers.add"),
                                CvIcon.USER_PLUS,
                                () -> new AddReadersDialog(actor, readers, files, this::refresh).open())),
                list(actor));
    }

    private Component list(Actor actor) {
        search.setPlaceholder(getTranslation("newsletter.readers.search"));
        search.setAriaLabel(getTranslation("newsletter.readers.search"));
        search.setPrefixComponent(CvIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        grid.removeAllColumns();
        grid.setItems(query -> {
            var page = readers.find(actor, search.getValue(), query.getOffset(), query.getLimit());
            suppressed = suppressions.among(page.stream().map(Reader::email).toList());
            return page.stream();
        });
        grid.addComponentColumn(ReadersView::who)
                .setHeader(getTranslation("newsletter.ledger.name"))
                .setWidth("180px")
                .setFlexGrow(3);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("newsletter.ledger.state"))
                .setAutoWidth(true);
        grid.addColumn(reader -> getTranslation("newsletter.frequency."
                        + (reader.preferences().wanted() ? reader.preferences().frequency() : "NONE")))
                .setHeader(getTranslation("newsletter.choices.often"))
                .setAutoWidth(true);
        grid.addComponentColumn(reader -> deed(actor, reader)).setAutoWidth(true);
        grid.setAllRowsVisible(false);
        Anchor export = new Anchor();
        export.setHref(DownloadHandler.fromInputStream(download -> {
            byte[] file = files.export(actor);
            return new DownloadResponse(
                    new ByteArrayInputStream(file), "readers-" + actor.slug() + ".csv", "text/csv", file.length);
        }));
        export.add(CvIcon.DOWNLOAD.create(), new Span(getTranslation("newsletter.readers.export")));
        export.addClassName("cv-btn");
        Div tools = new Div(search, export);
        tools.addClassName("cv-row");
        // One's own address below the portal's: the browser makes it whole, to be copied from the page that opens.
        Anchor open = Links.to("links/letters/join/" + actor.slug(), getTranslation("newsletter.readers.join.link"));
        open.getElement().setAttribute("router-ignore", true).setAttribute("target", "_blank");
        Paragraph join = new Paragraph(new Span(getTranslation("newsletter.readers.join") + " "), open);
        join.addClassNames("cv-q", "cv-small");
        return Pane.of(tools, grid, join);
    }

    /** Name and address, one below the other: a phone has room for that beside the state. */
    private static Component who(Reader reader) {
        Span name = new Span(reader.name());
        name.addClassName("cv-strong");
        Span email = new Span(reader.email());
        email.addClassNames("cv-q", "cv-small");
        email.setTitle(reader.email());
        Div who = new Div(name, email);
        who.addClassName("cv-nl-reader");
        return who;
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private Component state(Reader reader) {
        Suppressions.Entry entry = suppressed.get(reader.email());
        if (entry != null) {
            Span badge = Badges.bad(getTranslation("newsletter.reader.suppressed"));
            badge.setTitle(entry.detail());
            return badge;
        }
        return switch (reader.state()) {
            case READS ->
                Badges.ok(getTranslation(
                        reader.id().member() ? "newsletter.reader.member" : "newsletter.reader.outsider"));
            case PENDING -> Badges.hot(getTranslation("newsletter.reader.pending"));
            case LEFT -> Badges.quiet(getTranslation("newsletter.reader.left"));
        };
    }

    private Component deed(Actor actor, Reader reader) {
        Suppressions.Entry entry = suppressed.get(reader.email());
        if (entry != null && entry.reason() != Suppressions.Reason.PERSON) {
            return Buttons.plain(getTranslation("newsletter.reader.lift"), () -> {
                readers.mailAgain(actor, reader.id());
                refresh();
                Toasts.say(getTranslation("newsletter.reader.lifted", reader.email()));
            });
        }
        if (reader.id().member() || reader.state() == Reader.State.LEFT) {
            return new Div();
        }
        return Buttons.plain(getTranslation("newsletter.reader.remove"), () -> {
            readers.remove(actor, reader.id());
            refresh();
            Toasts.say(getTranslation("newsletter.reader.removed", reader.name()));
        });
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
