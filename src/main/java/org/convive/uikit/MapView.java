package org.convive.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places on a map drawn from outlines we carry: no request leaves the portal unless the site configures tiles. Pair it
 * with a list of the same places, the accessible way.
 */
@Tag("cv-map")
@NpmPackage(value = "d3-geo", version = "3.1.2")
@NpmPackage(value = "topojson-client", version = "3.1.0")
@NpmPackage(value = "world-atlas", version = "2.0.2")
@JsModule("./components/cv-map.ts")
public class MapView extends Component implements HasSize, HasStyle {

    /** A place: its colour by trade, its icon, a number instead of the icon when it stands for several. */
    public record Marker(
            String id,
            String title,
            String note,
            double latitude,
            double longitude,
            Pigment pigment,
            CvIcon icon,
            @Nullable Integer count,
            boolean mine) {

        public static Marker of(
                String id, String title, String note, double lat, double lon, Pigment pigment, CvIcon icon) {
            return new Marker(id, title, note, lat, lon, pigment, icon, null, false);
        }
    }

    /** A name on the ground. */
    public record Label(String name, double latitude, double longitude, boolean big) {}

    /** A point of a river. */
    public record Point(double latitude, double longitude) {}

    public MapView() {
        addClassName("cv-map");
    }

    public void setMarkers(List<Marker> markers) {
        getElement()
                .setPropertyList(
                        "markers",
                        markers.stream()
                                .map(marker -> Map.of(
                                        "id", marker.id(),
                                        "title", marker.title(),
                                        "note", marker.note(),
                                        "lat", marker.latitude(),
                                        "lon", marker.longitude(),
                                        "colour", marker.pigment().css(),
                                        "icon", marker.icon().symbol(),
                                        "count", marker.count() == null ? 0 : marker.count(),
                                        "mine", marker.mine()))
                                .toList());
    }

    /** What is in sight at first; without it, all markers. */
    public void setSight(List<Point> corners) {
        getElement()
                .setPropertyList(
                        "sight",
                        corners.stream()
                                .map(point -> Map.of("lat", point.latitude(), "lon", point.longitude()))
                                .toList());
    }

    /** Names of towns. */
    public void setLabels(List<Label> labels) {
        getElement()
                .setPropertyList(
                        "labels",
                        labels.stream()
                                .map(label -> Map.of(
                                        "name", label.name(),
                                        "lat", label.latitude(),
                                        "lon", label.longitude(),
                                        "big", label.big()))
                                .toList());
    }

    /** The river that a valley is named after, from its spring down. */
    public void setRiver(String name, List<Point> points) {
        getElement()
                .setProperty("riverName", name)
                .setPropertyList(
                        "river",
                        points.stream()
                                .map(point -> List.of(point.longitude(), point.latitude()))
                                .toList());
    }

    /** The marker drawn large with an ember ring. */
    public void setSelected(@Nullable String id) {
        getElement().setProperty("selected", id == null ? "" : id);
    }

    /** What lies over the map at its corner, such as a {@link Pane} about the selected place; null takes it away. */
    public void setPopover(@Nullable Component content) {
        getElement().removeAllChildren();
        if (content != null) {
            content.getElement().setAttribute("slot", "popover");
            getElement().appendChild(content.getElement());
        }
    }

    /** The page's own tile server, such as {@code https://tiles.example/{z}/{x}/{y}.png}, with its credit line. */
    public void setTiles(@Nullable String template, String credit) {
        getElement().setProperty("tiles", template == null ? "" : template).setProperty("credit", credit);
    }

    /** A place on the ground can be chosen by a click, or with Enter at the middle of the map. */
    public Registration onPick(ComponentEventListener<PickEvent> listener) {
        getElement().setProperty("picking", true);
        return addListener(PickEvent.class, listener);
    }

    public Registration onMarker(ComponentEventListener<MarkerEvent> listener) {
        return addListener(MarkerEvent.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Locale locale = event.getUI().getLocale();
        getElement()
                .setProperty("label", Words.text(locale, "uikit.map.label"))
                .setProperty("zoomIn", Words.text(locale, "uikit.map.in"))
                .setProperty("zoomOut", Words.text(locale, "uikit.map.out"))
                .setProperty("zoomAll", Words.text(locale, "uikit.map.all"));
    }

    /** A place on the ground was chosen. */
    @DomEvent("cv-pick")
    public static class PickEvent extends ComponentEvent<MapView> {
        private final double latitude;
        private final double longitude;

        public PickEvent(
                MapView source,
                boolean fromClient,
                @EventData("event.detail.lat") double latitude,
                @EventData("event.detail.lon") double longitude) {
            super(source, fromClient);
            this.latitude = latitude;
            this.longitude = longitude;
        }

        public Point point() {
            return new Point(latitude, longitude);
        }
    }

    /** A place was chosen. */
    @DomEvent("cv-marker")
    public static class MarkerEvent extends ComponentEvent<MapView> {
        private final String marker;

        public MarkerEvent(MapView source, boolean fromClient, @EventData("event.detail.marker") String marker) {
            super(source, fromClient);
            this.marker = marker;
        }

        public String marker() {
            return marker;
        }
    }
}
