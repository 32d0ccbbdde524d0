package org.convive.means.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.List;
import java.util.Objects;
import org.convive.directory.GeoPoint;
import org.convive.directory.OrganisationCard;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.MapView;
import org.convive.uikit.Pigment;
import org.jspecify.annotations.Nullable;

/** Where something stands: chosen by a click on the map, or typed as latitude and longitude. */
class PlaceField extends Div {
    private static final double DIGITS = 100_000;

    private final MapView map = new MapView();
    private final NumberField latitude = new NumberField(getTranslation("means.form.latitude"));
    private final NumberField longitude = new NumberField(getTranslation("means.form.longitude"));

    /** @param companies what lies around is in sight at first */
    PlaceField(List<OrganisationCard> companies) {
        addClassNames("cv-stack", "cv-means-place");
        map.addClassName("cv-means-map");
        map.setSight(companies.stream()
                .map(OrganisationCard::place)
                .filter(Objects::nonNull)
                .map(place -> new MapView.Point(place.latitude(), place.longitude()))
                .toList());
        map.onPick(e -> {
            latitude.setValue(rounded(e.point().latitude()));
            longitude.setValue(rounded(e.point().longitude()));
        });
        latitude.addValueChangeListener(e -> mark());
        longitude.addValueChangeListener(e -> mark());
        Span label = new Span(getTranslation("means.form.place-on-map"));
        label.addClassName("cv-strong");
        Div typed = new Div(latitude, longitude);
        typed.addClassName("cv-means-fields");
        add(
                label,
                new Paragraph(getTranslation("means.form.place-on-map.sentence")),
                map,
                new Details(getTranslation("means.form.place-typed"), typed),
                Buttons.quiet(getTranslation("means.form.place-none"), () -> show(null)));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DIGITS) / DIGITS;
    }

    private void mark() {
        GeoPoint at = isOnEarth() ? point() : null;
        map.setMarkers(
                at == null
                        ? List.of()
                        : List.of(MapView.Marker.of(
                                "here",
                                getTranslation("means.form.place-on-map"),
                                at.latitude() + ", " + at.longitude(),
                                at.latitude(),
                                at.longitude(),
                                Pigment.SEA,
                                CvIcon.MAP_PIN)));
    }

    private boolean isOnEarth() {
        return latitude.getValue() != null
                && longitude.getValue() != null
                && Math.abs(latitude.getValue()) <= 85
                && Math.abs(longitude.getValue()) <= 180;
    }

    void show(@Nullable GeoPoint at) {
        latitude.setValue(at == null ? null : at.latitude());
        longitude.setValue(at == null ? null : at.longitude());
    }

    @Nullable
    GeoPoint point() {
        return latitude.getValue() == null || longitude.getValue() == null
                ? null
                : new GeoPoint(latitude.getValue(), longitude.getValue());
    }

    /** Where complaints stand. */
    NumberField complaints() {
        return latitude;
    }
}
