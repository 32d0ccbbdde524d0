package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.request;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a series happens: on which weekdays, until a day or so many times. */
class RepeatPagesTest extends MeansPages {
    private DayOfWeek own;

    @BeforeEach
    void aSeries() {
        own = in(2, 8).atZone(PARIS).getDayOfWeek();
        signIn(helene);
        open(RepeatState.address(helene, request(scanner, in(2, 8), 2)) + "&each=weekly&times=6");
    }

    @Test
    void aWeekCanHaveItOnSeveralDaysAndItEndsAfterSoManyTimes() {
        assertThat(page()).contains("6 times, all of them free");
        assertThat(_find(DatePicker.class, spec -> spec.withLabel("Until"))).isEmpty();
        days(Set.of(own, own.plus(2)));
        assertThat(where()).contains("on=").contains("times=6");
        assertThat(page()).contains("6 times, all of them free");
        assertThat(days().getValue()).containsExactlyInAnyOrder(own, own.plus(2));
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Times in all")), 3);
        assertThat(page()).contains("3 times, all of them free");
    }

    @Test
    void theFirstTimesOwnDayStaysAndDaysAreAskedForOfWeeksAlone() {
        days(Set.of(own.plus(1)));
        assertThat(days().getValue()).containsExactlyInAnyOrder(own, own.plus(1));
        open(RepeatState.address(helene, request(scanner, in(2, 8), 2)) + "&each=daily&times=4");
        assertThat(_find(CheckboxGroup.class)).isEmpty();
        assertThat(page()).contains("4 times, all of them free");
    }

    @Test
    @SuppressWarnings("unchecked")
    void itEndsOnADayInstead() {
        Select<Boolean> ends = _get(Select.class, spec -> spec.withLabel("It ends"));
        ends.setValue(false);
        assertThat(where()).doesNotContain("times=").contains("until=");
        assertThat(_find(DatePicker.class, spec -> spec.withLabel("Until"))).hasSize(1);
    }

    @Test
    void anAddressThatCannotBeReadMeansWhatIsUsual() {
        open(RepeatState.address(helene, request(scanner, in(2, 8), 2)) + "&each=weekly&times=0&on=9,x");
        assertThat(page()).contains("9 times, all of them free");
        assertThat(days().getValue()).containsExactly(own);
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<DayOfWeek> days() {
        return _get(CheckboxGroup.class);
    }

    private static void days(Set<DayOfWeek> some) {
        _setValue(days(), some);
    }

    private static String where() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
