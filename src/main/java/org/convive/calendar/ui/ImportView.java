package org.convive.calendar.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convive.calendar.RepeatWords;
import org.convive.calendar.busy.BusyTimes;
import org.convive.calendar.busy.ImportPreview;
import org.convive.calendar.reading.UnreadableCalendar;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.jspecify.annotations.Nullable;

/** A calendar from elsewhere: dropped or linked, looked at, and only then used. */
@Route("c/:cluster/import")
@PermitAll
@Uses(Select.class) // by what features offer below the preview
@Uses(CheckboxGroup.class)
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient BusyTimes busy;
    private final transient RepeatWords words;
    private final transient List<ImportTarget> targets;
    private final transient Clock clock;
    private final TextField link = new TextField();
    private final Div result = new Div();
    private final Paragraph trouble = new Paragraph();
    private @Nullable Button read;
    private transient @Nullable Actor actor;

    ImportView(Actors actors, BusyTimes busy, RepeatWords words, List<ImportTarget> targets, Clock clock) {
        this.actors = actors;
        this.busy = busy;
        this.words = words;
        this.targets = targets.stream()
                .sorted(Comparator.comparingInt(ImportTarget::order))
                .toList();
        this.clock = clock;
        addClassName("cv-page");
        result.addClassName("cv-stack");
        trouble.addClassName("cv-import-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actor = ViewActor.of(event, actors);
        removeAll();
        result.removeAll();
        link.setLabel(getTranslation("calendar.import.link"));
        link.setHelperText(getTranslation("calendar.import.link.help"));
        link.setWidthFull();
        Button button = Buttons.primary(getTranslation("calendar.import.read"), CvIcon.DOWNLOAD, this::readLink);
        button.setDisableOnClick(true);
        read = button;
        Div content =
                new Div(new CalendarUpload(bytes -> preview(bytes, null), this::sorry), link, new Div(button), trouble);
        content.addClassName("cv-stack");
        add(
                new PageHeader(getTranslation("calendar.import.title"), getTranslation("calendar.import.sentence"))
                        .back(getTranslation("calendar.feed.title"), "c/" + here().slug() + "/calendar-feed"),
                new Pane(getTranslation("calendar.import.which"), content),
                result);
    }

    /** Another machine may be slow: not on the thread that draws the page. */
    private void readLink() {
        link.setInvalid(false);
        trouble.setVisible(false);
        String address = link.getValue();
        UI ui = UI.getCurrent();
        Thread.ofVirtual().name("calendar-link").start(() -> {
            byte[] bytes = new byte[0];
            Message refused = null;
            try {
                bytes = busy.read(address);
            } catch (InvalidInput e) {
                refused = e.fields().values().iterator().next();
            }
            byte[] content = bytes;
            Message why = refused;
            ui.access(() -> linkRead(address, content, why));
        });
    }

    private void linkRead(String address, byte[] content, @Nullable Message why) {
        if (read != null) {
            read.setEnabled(true);
        }
        if (why == null) {
            preview(content, address);
        } else {
            link.setErrorMessage(getTranslation(why.key(), why.args().toArray()));
            link.setInvalid(true);
            result.removeAll();
        }
    }

    /** @param address where it was read from; null for a file */
    void preview(byte[] bytes, @Nullable String address) {
        result.removeAll();
        trouble.setVisible(false);
        ImportPreview preview;
        try {
            preview = ImportPreview.of(bytes, here().zone(), clock);
        } catch (UnreadableCalendar e) {
            sorry(getTranslation(e.reason().key(), e.reason().args().toArray()));
            return;
        }
        result.add(new PreviewPane(preview, words, here().zone()));
        if (!preview.events().isEmpty()) {
            result.add(new BusyPane(busy, here().person(), preview, address));
            targets.forEach(target -> target.offer(here(), preview.events()).ifPresent(result::add));
        }
    }

    private void sorry(String sentence) {
        result.removeAll();
        trouble.setText(sentence);
        trouble.setVisible(true);
    }

    private Actor here() {
        return Objects.requireNonNull(actor);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.import.title") + " · " + here().clusterName();
    }
}
