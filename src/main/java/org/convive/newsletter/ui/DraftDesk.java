package org.convive.newsletter.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Envelope;
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueDesk;
import org.convive.newsletter.Sources;
import org.convive.newsletter.readers.Audiences;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Confirm;
import org.convive.uikit.Dates;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** A draft on the desk: everything typed is saved a moment later, and what others write meanwhile appears here. */
class DraftDesk extends Div implements WritingDesk, DeskBar.Deeds {
    private static final int EVERY_FIVE_SECONDS = 5_000;

    private final transient Workshop shop;
    private final transient Actor actor;
    private final transient Issue issue;
    private final transient Manuscript manuscript;
    private final PreviewPane preview;
    private final Checklist checklist;
    private final EnvelopePane envelopes;
    private final DeskBar bar;
    private final DeskTroubles troubles = new DeskTroubles();
    private final Div writing = new Div();
    private Locale shown;
    private OpeningFields opening;
    private BlockList blocks;
    private String looking = "";
    /** The version that was sent to the writer; what is changed afterwards was not read in an inbox. */
    private int tested;

    private transient Envelope envelope;
    private @Nullable Registration polling;

    DraftDesk(Actor actor, Issue issue, Workshop shop) {
        this.shop = shop;
        this.actor = actor;
        this.issue = issue;
        manuscript = new Manuscript(actor, issue, shop.desk(), shop.clock());
        shown = issue.content().language();
        tested = issue.isTested() ? issue.version() : -1;
        addClassName("cv-nl-stack");
        preview = new PreviewPane(actor, issue, shop.newsletter());
        checklist = new Checklist(actor, issue.id(), shop, new Checklist.Deeds(this::sendTest, this::askToPublish));
        envelope = issue.envelope();
        envelopes = new EnvelopePane(actor, issue.id(), envelope, shop, this::address);
        bar = new DeskBar(issue.content(), shown, this::speak, this);
        opening = new OpeningFields(this, issue.content());
        blocks = new BlockList(this, shop.kept(), issue.content().blocks());
        writing.addClassName("cv-nl-blocks");
        writing.add(opening, blocks);
        Div beside = new Div(envelopes, checklist);
        beside.addClassName("cv-nl-stack");
        Div columns = new Div(writing, preview, beside);
        columns.addClassName("cv-nl-columns");
        PageHeader header = new PageHeader(
                        getTranslation("newsletter.edit.title"), getTranslation("newsletter.edit.sentence"))
                .back(getTranslation("newsletter.all"), Pages.feed(actor))
                .action(bar);
        add(header, troubles, columns);
        bar.say(getTranslation(
                "newsletter.saved", Dates.of(getLocale(), actor.zone()).time(issue.changed())));
        show();
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Sources sources() {
        return shop.sources();
    }

    @Override
    public Pictures pictures() {
        return shop.pictures();
    }

    @Override
    public Locale firstLanguage() {
        return manuscript.draft().language();
    }

    @Override
    public boolean isTranslating() {
        return !shown.getLanguage().equals(manuscript.draft().language().getLanguage());
    }

    @Override
    public void changed(String block) {
        looking = block.isEmpty() ? looking : block;
        save(block);
    }

    @Override
    public void looksAt(String block) {
        looking = block;
        show();
    }

    private boolean save(String block) {
        return attempt(() -> manuscript.keep(typed(), block));
    }

    private Draft typed() {
        return opening.read(manuscript.draft(), blocks.blocks());
    }

    private boolean attempt(Supplier<IssueDesk.@Nullable Kept> deed) {
        try {
            IssueDesk.Kept kept = deed.get();
            if (kept != null) {
                opening.show(kept.draft());
                blocks.show(kept.draft().blocks());
                kept.clashes()
                        .forEach(clash -> troubles.tell(
                                manuscript.draft(),
                                clash,
                                () -> attempt(
                                        () -> manuscript.keep(Languages.replaced(manuscript.draft(), clash), ""))));
                bar.say(getTranslation(
                        "newsletter.saved",
                        Dates.of(getLocale(), actor.zone()).time(shop.clock().instant())));
            }
            show();
            return true;
        } catch (InvalidInput e) {
            complain(e);
        } catch (StaleEdit e) {
            published();
        }
        return false;
    }

    private void show() {
        Draft draft = manuscript.draft();
        bar.show(draft);
        bar.enable(manuscript.canUndo(), manuscript.canRedo());
        preview.show(draft, shown, looking);
        checklist.check(draft, envelope, manuscript.version(), tested == manuscript.version());
    }

    /** Somebody decided to whom it goes, or in which template: the letter has a new version then. */
    private void address(Envelope now) {
        envelope = now;
        preview.redraw();
        attempt(() -> manuscript.keep(typed(), ""));
    }

    private void speak(Locale language) {
        shown = language;
        opening = new OpeningFields(this, manuscript.draft());
        blocks = new BlockList(this, shop.kept(), manuscript.draft().blocks());
        writing.removeAll();
        writing.add(opening, blocks);
        show();
    }

    @Override
    public void undo() {
        attempt(manuscript::undo);
    }

    @Override
    public void redo() {
        attempt(manuscript::redo);
    }

    @Override
    public void history() {
        new HistoryDialog(actor, shop.desk(), shop.newsletter(), issue.id(), draft -> {
                    attempt(() -> manuscript.keep(draft, ""));
                    Toasts.undo(getTranslation("newsletter.history.restored"), this::undo);
                })
                .open();
    }

    /** The second language becomes the first one: for readers without a language, and for what is shown where. */
    @Override
    public void swapLanguages() {
        attempt(() -> manuscript.keep(Languages.swapped(manuscript.draft()), ""));
        speak(shown);
    }

    @Override
    public void discard() {
        Confirm.ask(
                getTranslation("newsletter.discard.question"),
                getTranslation("newsletter.discard.consequences"),
                getTranslation("newsletter.discard.keep"),
                getTranslation("newsletter.discard"),
                () -> {
                    shop.newsletter().discard(actor, issue.id());
                    UI.getCurrent().navigate(Pages.feed(actor));
                });
    }

    private void sendTest() {
        if (save("")) {
            shop.newsletter().sendTest(actor, issue.id());
            tested = manuscript.version();
            show();
            Toasts.say(getTranslation("newsletter.test.sent", actor.email().value()));
        }
    }

    private void askToPublish() {
        if (save("")) {
            Audiences.Count now = shop.audiences()
                    .count(actor, envelope.segment(), manuscript.draft().blocks());
            Confirm.ask(
                    getTranslation("newsletter.publish.question"),
                    getTranslation("newsletter.publish.consequences", now.readers(), now.english(), now.french()),
                    getTranslation("newsletter.publish.keep"),
                    getTranslation("newsletter.publish", now.readers()),
                    this::publish);
        }
    }

    private void publish() {
        try {
            shop.publications().begin(actor, issue.id(), manuscript.version());
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (InvalidInput e) {
            complain(e);
        } catch (StaleEdit e) {
            attempt(() -> manuscript.keep(typed(), ""));
            Toasts.sorry(getTranslation("newsletter.publish.changed"));
        }
    }

    private void complain(InvalidInput error) {
        Map<String, HasValidationProperties> fields = new LinkedHashMap<>(opening.fields());
        fields.putAll(blocks.fields(error.fields().keySet()));
        FormErrors.show(error, fields);
    }

    private void published() {
        bar.say(getTranslation("newsletter.not-saved"));
        troubles.published();
    }

    /** Looks what others do; their changes come in without touching what is being typed here. */
    private void meet() {
        IssueDesk.Others others = shop.desk().present(actor, issue.id());
        bar.here(others.names());
        if (others.published()) {
            published();
        } else if (others.version() != manuscript.version()) {
            envelope = shop.queries().forWriting(actor, issue.id()).envelope();
            envelopes.show(envelope);
            preview.redraw();
            attempt(() -> manuscript.keep(typed(), ""));
        }
        checklist.refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        polling = event.getUI().addPollListener(poll -> meet());
        UI ui = event.getUI();
        ui.beforeClientResponse(this, context -> ui.setPollInterval(EVERY_FIVE_SECONDS));
        bar.here(shop.desk().present(actor, issue.id()).names());
        Keys.undoOutsideFields(this, this::undo, this::redo);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
        shop.desk().left(actor, issue.id());
        super.onDetach(event);
    }
}
