package org.convive.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.IntStream;
import org.convive.means.MeansId;
import org.convive.means.MeansWorld;
import org.convive.shared.Utc;
import org.junit.jupiter.api.Test;

class FindingJourneyTest extends MeansJourney {
    @Test
    void fromTheSearchToTheBookingItTakesThreeTaps() {
        String name = named("Thermal camera");
        MeansId camera = share(plain(name, "T1"));
        var visitor = visitor().signIn("marc", ORSENNE + "/means");

        visitor.link("Find what is free").click();
        visitor.expectHeading("Find what is free");
        Locator words = visitor.page().getByLabel("What do you need?");
        words.fill(name);
        words.press("Enter");
        Locator found = visitor.page().locator(".cv-means-found");
        assertThat(found.locator("cv-timeline .cv-tl-row").first()).containsText(name);
        found.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Book").setExact(true))
                .click();
        book(visitor).click();

        assertThat(visitor.text("Booked.")).isVisible();
        assertThat(standing(camera)).isEqualTo(1);
        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.strangers()).isEmpty();
    }

    @Test
    void aSlotIsDrawnOnTheTimelineBookedAndDraggedWithUndo() {
        String name = named("Bead press");
        MeansId press = share(plain(name, "B1"));
        var visitor = visitor().signIn("marc", pageOf(press, "08:00", "10:00") + "&span=day");
        book(visitor).click();
        assertThat(visitor.text("Booked.")).isVisible();
        visitor.calm();

        Locator bar = visitor.page().locator(".cv-tl-track .cv-bar-mine");
        bar.scrollIntoViewIfNeeded();
        var before = bar.boundingBox();
        double middle = before.y + before.height / 2;
        visitor.page().mouse().move(before.x + before.width / 2, middle);
        visitor.page().mouse().down();
        visitor.page().mouse().move(before.x + before.width * 1.5, middle);
        visitor.page().mouse().move(before.x + before.width * 2, middle);
        visitor.page().mouse().up();

        assertThat(visitor.text("Moved:")).isVisible();
        assertThat(stage.number(
                        "SELECT COUNT(*) FROM booking WHERE means_id = ? AND starts_at > ?",
                        press.value(),
                        Utc.column(MeansWorld.in(AHEAD, 8))))
                .isEqualTo(1);
        visitor.button("Undo").click();
        visitor.calm();
        assertThat(stage.number(
                        "SELECT COUNT(*) FROM booking WHERE means_id = ? AND starts_at = ?",
                        press.value(),
                        Utc.column(MeansWorld.in(AHEAD, 8))))
                .isEqualTo(1);
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void ofTwoHundredUnitsOnlyThoseInSightAreInThePageAndTheKeyboardReachesThem() {
        String[] units = IntStream.rangeClosed(1, 200)
                .mapToObj(number -> "Rack " + number)
                .toArray(String[]::new);
        MeansId racks = share(plain(named("Racks"), units));
        var visitor = visitor().signIn("marc", pageOf(racks, "08:00", "10:00") + "&span=day");
        Locator rows = visitor.page().locator("cv-timeline .cv-tl-row");
        assertThat(rows.first()).containsText("Rack 1");
        assertThat(rows.count()).isLessThan(60);

        visitor.page().locator(".cv-tl-scroll").evaluate("list => list.scrollTo(0, list.scrollHeight)");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Rack 200")))
                .isVisible();
        assertThat(rows.count()).isLessThan(60);

        visitor.page().locator(".cv-tl-scroll").focus();
        visitor.page().keyboard().press("ArrowDown");
        visitor.page().keyboard().press("ArrowRight");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.text("Rack 2 is free")).isVisible();
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void ofALongTimelineTheBarsOfRowsInSightAreAskedForAndDrawn() {
        MeansId press = share(plain(named("Long row"), "L1"));
        var visitor = visitor().signIn("marc", pageOf(press, "08:00", "10:00") + "&span=day");
        visitor.page().locator("cv-timeline .cv-tl-row").first().waitFor();
        // As the portal would set it for 800 units: bars of the first rows only.
        visitor.page().evaluate("""
                () => {
                  const timeline = document.querySelector('cv-timeline');
                  const rows = [...Array(800).keys()].map((n) => ({ id: `r${n}`, title: `Unit ${n}`, note: '' }));
                  const bar = (row) => ({ id: `b-${row}`, row, from: `${timeline.day}T08:00:00`, to: `${timeline.day}T10:00:00`,
                    kind: 'bk', title: 'Moulin', note: '', movable: false });
                  window.asked = [];
                  // Instead of the portal, which knows nothing of these rows.
                  timeline.addEventListener('cv-sight', (e) => {
                    e.stopImmediatePropagation();
                    const some = e.detail.rows.split(',');
                    window.asked.push(some);
                    timeline.more = [{ rows: some, bars: some.map(bar) }];
                  }, true);
                  timeline.style.height = '420px';
                  timeline.partial = true;
                  timeline.sent = rows.slice(0, 60).map((row) => row.id);
                  timeline.groups = [{ id: 'g', title: 'All', note: '', icon: 'box', rows }];
                  timeline.bars = timeline.sent.map(bar);
                }""");
        visitor.page().waitForFunction("document.querySelectorAll('cv-timeline .cv-bar-bk').length > 3");
        assertThat(visitor.page().evaluate("window.asked.length")).isEqualTo(0);
        visitor.page().locator(".cv-tl-scroll").evaluate("list => list.scrollTo(0, 20000)");
        visitor.page().waitForFunction("window.asked.flat().includes('r424')");
        visitor.page().waitForFunction("document.querySelector('cv-timeline [data-bar=\"b-r424\"]') !== null");
        assertThat((Integer) visitor.page().evaluate("window.asked.flat().length - new Set(window.asked.flat()).size"))
                .as("asked for twice")
                .isZero();
        assertThat((Integer) visitor.page().evaluate("window.asked.flat().length"))
                .isLessThan(700);
        assertThat((Integer) visitor.page().evaluate("document.querySelectorAll('cv-timeline .cv-tl-line').length"))
                .as("rows in the page")
                .isLessThan(80);
    }
}
