package org.convive.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.convive.calendar.busy.BusyTimes;
import org.convive.identity.Actor;
import org.convive.means.Means;
import org.convive.means.MeansId;
import org.convive.means.MeansQueries;
import org.convive.means.MeansService;
import org.convive.means.MeansWorld;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportViewTest extends KaribuTest {
    @Autowired
    private BusyTimes busy;

    @Autowired
    private MeansService means;

    @Autowired
    private MeansQueries queries;

    private Actor helene;
    private final Instant from = MeansWorld.in(6, 10);

    @BeforeEach
    void open() {
        helene = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Verrerie");
    }

    @Test
    void nothingIsKeptBeforeThePersonSaysSoAndItCanBeTakenBack() {
        look();
        assertThat(busy.of(helene.person())).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Keep my busy times")));
        assertThat(busy.between(helene.person(), from, from.plusSeconds(3600))).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(busy.of(helene.person())).isEmpty();
    }

    @Test
    void anEventOpensTheFormOfAMeetingFilledIn() {
        look();
        String href = _get(
                        Anchor.class,
                        spec -> spec.withPredicate(link -> link.getHref().contains("meetings/new")))
                .getHref();
        UI.getCurrent()
                .navigate(
                        href.substring(0, href.indexOf('?')),
                        QueryParameters.fromString(href.substring(href.indexOf('?') + 1)));
        assertThat(_find(TextField.class).stream().map(TextField::getValue)).contains("Entretien du four", "Atelier 2");
    }

    @Test
    void aMeansGoesOutOfUseAtTheTimesOfAMaintenancePlan() {
        MeansId bench = MeansWorld.share(means, helene, MeansWorld.draft("Bench", "One"));
        look();
        @SuppressWarnings("unchecked")
        Select<Means> which = _get(Select.class, spec -> spec.withLabel("Which means"));
        which.setValue(queries.get(helene, bench).means());
        _click(_get(Button.class, spec -> spec.withText("Take out of use")));
        assertThat(queries.occupancy(helene, bench, from, from.plusSeconds(3600)))
                .singleElement()
                .satisfies(occupied -> assertThat(occupied.blackout()).isTrue());
    }

    @Test
    void whatIsNoCalendarIsSaidToBeNone() {
        UI.getCurrent();
        signIn(helene);
        UI.getCurrent().navigate("c/" + helene.slug() + "/import");
        _get(ImportView.class).preview("hello".getBytes(StandardCharsets.UTF_8), null);
        _assertNone(Button.class, spec -> spec.withText("Keep my busy times"));
    }

    private void look() {
        signIn(helene);
        UI.getCurrent().navigate("c/" + helene.slug() + "/import");
        var utc =
                DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
        String calendar =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Entretien du four\r\nLOCATION:Atelier 2\r\n"
                        + "DTSTART:" + utc.format(from) + "\r\nDTEND:" + utc.format(from.plusSeconds(7200))
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        _get(ImportView.class).preview(calendar.getBytes(StandardCharsets.UTF_8), null);
    }
}
