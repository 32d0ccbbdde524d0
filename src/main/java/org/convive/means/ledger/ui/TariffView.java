package org.convive.means.ledger.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.ui.ViewActor;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.ledger.Tariff;
import org.convive.means.ledger.Tariffs;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.FormErrors;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;
import org.jspecify.annotations.Nullable;

/** What using a means costs. */
@Route("c/:cluster/means/:means([0-9]{1,18})/tariff")
@PermitAll
@StyleSheet("convive/means-ledger.css")
class TariffView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Actors actors;
    private final transient MeansQueries queries;
    private final transient Tariffs tariffs;
    private final Select<String> currency = new Select<>();
    private final BigDecimalField hour = field("perHour");
    private final BigDecimalField day = field("perDay");
    private final BigDecimalField meter = field("perMeter");
    private final BigDecimalField use = field("perUse");
    private final BigDecimalField favour = field("favourUpTo");
    private final Checkbox noShow = new Checkbox();
    private final Paragraph example = new Paragraph();
    private transient @Nullable Actor actor;
    private transient @Nullable MeansId id;
    private int version;
    private String title = "";

    TariffView(Actors actors, MeansQueries queries, Tariffs tariffs) {
        this.actors = actors;
        this.queries = queries;
        this.tariffs = tariffs;
        addClassName("cv-page");
        noShow.setLabel(getTranslation("means.ledger.tariff.noShow"));
        noShow.setHelperText(getTranslation("means.ledger.tariff.noShow.help"));
        currency.setLabel(getTranslation("means.ledger.currency"));
        currency.setItems("EUR", "CHF", "GBP", "USD", Tariff.CREDITS);
        currency.setItemLabelGenerator(
                code -> Tariff.CREDITS.equals(code) ? getTranslation("means.ledger.currency.credits") : code);
        favour.setHelperText(getTranslation("means.ledger.tariff.favourUpTo.help"));
        day.setHelperText(getTranslation("means.ledger.tariff.perDay.help"));
    }

    private BigDecimalField field(String name) {
        BigDecimalField field = new BigDecimalField(getTranslation("means.ledger.tariff." + name));
        field.addValueChangeListener(e -> example());
        return field;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor here = ViewActor.of(event, actors);
        actor = here;
        Means means =
                queries.get(here, new MeansId(ViewActor.id(event, "means"))).means();
        here.requireVoiceOf(means.owner());
        id = means.id();
        title = getTranslation("means.page-title", getTranslation("means.ledger.tariff"), here.clusterName());
        show(tariffs.of(here, means.id()));
        Div form = new Div(currency, hour, day, meter, use, favour, noShow);
        form.addClassName("cv-ledger-tariff");
        removeAll();
        add(
                new PageHeader(getTranslation("means.ledger.tariff"), getTranslation("means.ledger.tariff.sentence"))
                        .back(means.name(), LedgerPath.means(here, means.id())),
                Pane.of(form, example, Buttons.primary(getTranslation("means.save"), this::save)));
    }

    private void show(Tariff tariff) {
        currency.setValue(tariff.currency());
        hour.setValue(typed(tariff.perHour(), tariff));
        day.setValue(typed(tariff.perDay(), tariff));
        meter.setValue(typed(tariff.perMeter(), tariff));
        use.setValue(typed(tariff.perUse(), tariff));
        favour.setValue(typed(tariff.favourUpTo(), tariff));
        noShow.setValue(tariff.noShow());
        version = tariff.version();
        example();
    }

    private static @Nullable BigDecimal typed(long minor, Tariff tariff) {
        return minor == 0 ? null : Purse.typed(minor, tariff.currency());
    }

    /** Says what an afternoon would cost, so that nobody is surprised. */
    private void example() {
        Actor here = actor;
        if (here != null) {
            Tariff tariff = tariff();
            example.setText(
                    tariff.isFree()
                            ? getTranslation("means.ledger.tariff.free")
                            : getTranslation(
                                    "means.ledger.tariff.example",
                                    Purse.text(here, tariff.price(240, 1, null)),
                                    Purse.text(here, tariff.price(2 * 1440, 1, null))));
        }
    }

    private Tariff tariff() {
        String code = currency.getValue() == null ? "EUR" : currency.getValue();
        return new Tariff(
                version,
                code,
                Purse.minor(hour.getValue(), code),
                Purse.minor(day.getValue(), code),
                Purse.minor(meter.getValue(), code),
                Purse.minor(use.getValue(), code),
                Purse.minor(favour.getValue(), code),
                noShow.getValue());
    }

    private void save() {
        Map<String, HasValidationProperties> fields = Map.of(
                "currency", currency,
                "perHour", hour,
                "perDay", day,
                "perMeter", meter,
                "perUse", use,
                "favourUpTo", favour);
        try {
            tariffs.set(Objects.requireNonNull(actor), Objects.requireNonNull(id), tariff());
            show(tariffs.of(Objects.requireNonNull(actor), Objects.requireNonNull(id)));
            Toasts.say(getTranslation("means.saved"));
        } catch (StaleEdit e) {
            Toasts.sorry(getTranslation("means.stale"));
        } catch (InvalidInput e) {
            FormErrors.show(e, fields);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
