package org.convive.notices.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.util.Locale;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.notices.Choices;
import org.convive.notices.Notice;
import org.convive.notices.Notices;
import org.convive.notices.Way;
import org.convive.shared.Message;
import org.convive.testing.KaribuTest;
import org.convive.testing.TestNotices;
import org.convive.uikit.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesViewTest extends KaribuTest {
    @Autowired
    Notices notices;

    @Autowired
    Choices choices;

    private Actor camille;
    private Actor nadia;

    @BeforeEach
    void aMember() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
        signIn(nadia);
    }

    @Test
    void theBellCountsWhatIsNewAndTheListEmptiesIt() {
        tell(2);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/notices");
        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("Notices, 2 new");
        button("Mark all as read");
        assertThat(notices.unread(nadia)).isZero();
        button("Undo");
        assertThat(notices.unread(nadia)).isEqualTo(2);
    }

    @Test
    void openingANoticeReadsItAndLeadsToItsPage() {
        tell(1);
        long id = notices.mine(nadia, true, 0, 1).getFirst().id();
        UI.getCurrent().navigate("c/" + nadia.slug() + "/notices/" + id);
        assertThat(notices.unread(nadia)).isZero();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("c/" + nadia.slug() + "/more");
    }

    @Test
    void aLongListComesInPages() {
        tell(35);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/notices");
        assertThat(rows()).isEqualTo(30);
        button("Older");
        assertThat(rows()).isEqualTo(5);
    }

    @Test
    void whoWasToldNothingSeesAHelpfulEmptyPageInFrench() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/notices");
        assertThat(_get(H1.class).getText()).isEqualTo("Notifications");
        _assertOne(EmptyState.class);
        _assertNone(Button.class, spec -> spec.withText("Tout marquer comme lu"));
    }

    @Test
    void aTapSavesWhatAPersonWantsToBeTold() {
        UI.getCurrent().navigate("profile/notices");
        Checkbox mail = _find(Checkbox.class, spec -> spec.withLabel("By mail")).stream()
                .filter(Checkbox::getValue)
                .filter(box -> box.getParent()
                        .orElseThrow()
                        .getElement()
                        .getAttribute("aria-label")
                        .equals("Notices"))
                .findFirst()
                .orElseThrow();
        _setValue(mail, false);
        assertThat(choices.wants(nadia.person(), TestNotices.BOTH, Way.MAIL)).isFalse();
        button("Undo");
        assertThat(choices.wants(nadia.person(), TestNotices.BOTH, Way.MAIL)).isTrue();
    }

    @Test
    void theProfileLeadsToWhatAPersonIsTold() {
        UI.getCurrent().navigate("profile");
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(a -> "profile/notices".equals(a.getHref()))))
                .hasSize(1);
    }

    private void tell(int count) {
        IntStream.range(0, count)
                .forEach(n -> notices.tell(Notice.of(
                        nadia.cluster(),
                        nadia.person(),
                        TestNotices.PORTAL_ONLY,
                        Message.of("notices.choices.on", "the supper " + n),
                        "c/" + nadia.slug() + "/more")));
    }

    private int rows() {
        return (int) _find(Anchor.class).stream()
                .filter(anchor -> anchor.getHref().matches("c/.*/notices/[0-9]+"))
                .count();
    }

    private Anchor bell() {
        return _find(Anchor.class, spec -> spec.withClasses("cv-bell")).getFirst();
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
