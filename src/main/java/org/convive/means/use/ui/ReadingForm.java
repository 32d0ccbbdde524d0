package org.convive.means.use.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.means.use.Meter;
import org.convive.means.use.Reading;
import org.convive.means.use.Stage;
import org.convive.means.use.UsePage;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.jspecify.annotations.Nullable;

/** What is said when taking or giving back: meter, hours, a word, photos. One button. */
class ReadingForm extends Div {
    private static final int QUARTER = 15;

    private final Stage stage;
    private final BigDecimalField meter = new BigDecimalField();
    private final NumberField hours = new NumberField(getTranslation("means.use.hours"));
    private final TextArea note;
    private final PhotoField photos;
    private final Details more = new Details();
    /** What was not changed counts until the button is pressed, however long the form stood open. */
    private transient Supplier<@Nullable Double> sinceThen = hours::getValue;

    /** What happens with what was typed. */
    interface Deed {
        void run(Reading reading);
    }

    ReadingForm(Actor actor, UsePage page, Stage stage, Pictures pictures, Clock clock, Deed deed) {
        this.stage = stage;
        addClassNames("cv-stack", "cv-use-form");
        note = Fields.area(getTranslation("means.use.note." + stage), 500);
        note.setMinRows(2);
        photos = new PhotoField(actor, pictures);
        if (page.rules().meter() != Meter.NONE) {
            meter.setLabel(getTranslation("means.use.meter." + page.rules().meter()));
            if (page.meterStart() != null) {
                meter.setHelperText(getTranslation("means.use.meter.before", page.meterStart()));
            }
            add(meter);
        }
        if (stage == Stage.OUT) {
            hours.setMin(0);
            hours.setStep(0.25);
            hours.setStepButtonsVisible(true);
            double meant = quarters(page, clock.instant());
            hours.setValue(meant);
            sinceThen = () -> Objects.equals(hours.getValue(), meant)
                    ? Double.valueOf(quarters(page, clock.instant()))
                    : hours.getValue();
            hours.setHelperText(getTranslation("means.use.hours.help"));
            add(hours);
        }
        // On a phone in front of the machine, the button stands without scrolling.
        more.setSummaryText(getTranslation("means.use.more"));
        more.add(note, photos);
        more.addClassName("cv-use-more");
        add(
                more,
                Buttons.primary(
                        getTranslation(stage == Stage.IN ? "means.use.take" : "means.use.return"),
                        stage == Stage.IN ? CvIcon.CHECK : CvIcon.UNDO,
                        () -> run(deed)));
    }

    /** Since it was taken, in quarters of an hour, begun ones counted. */
    private static double quarters(UsePage page, Instant now) {
        UsePage.Mark in = page.in();
        long minutes =
                in == null ? 0 : Math.max(0, Duration.between(in.at(), now).toMinutes());
        return Math.ceilDiv(Math.max(minutes, 1), QUARTER) / 4.0;
    }

    private void run(Deed deed) {
        Map<String, HasValidationProperties> fields = new HashMap<>();
        fields.put("meter", meter);
        fields.put("note", note);
        fields.put("usedMinutes", hours);
        try {
            deed.run(reading());
        } catch (InvalidInput e) {
            more.setOpened(true);
            FormErrors.show(e, fields);
        }
    }

    private Reading reading() {
        Double used = stage == Stage.OUT ? sinceThen.get() : null;
        Integer minutes = used == null ? null : (int) Math.round(Math.min(used, 100_000) * 60);
        return new Reading(meter.getValue(), minutes, note.getValue(), photos.pictures());
    }
}
