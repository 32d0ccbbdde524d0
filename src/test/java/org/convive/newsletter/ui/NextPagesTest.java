package org.convive.newsletter.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.newsletter.Looks;
import org.convive.newsletter.series.Series;
import org.convive.testing.KaribuTest;
import org.convive.uikit.MarkdownField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NextPagesTest extends KaribuTest {
    @Autowired
    Series series;

    @Autowired
    Looks looks;

    Actor camille;
    Actor nadia;

    @BeforeEach
    void aCluster() {
        camille = fixtures.animatorOfNewCluster();
        nadia = fixtures.member(camille, "Nadia", null);
    }

    @Test
    void newsOfAMemberBecomesAPartOfTheDraft() {
        signIn(nadia);
        UI.getCurrent().navigate(Pages.news(nadia));
        button("Send it to the animators");
        assertThat(_get(TextField.class, spec -> spec.withLabel("In a few words"))
                        .isInvalid())
                .isTrue();
        _setValue(_get(TextField.class, spec -> spec.withLabel("In a few words")), "New furnace");
        _setValue(_get(MarkdownField.class), "It runs on electricity.");
        button("Send it to the animators");
        assertThat(html(NewsView.class)).contains("New furnace", "waits for a letter");
        signIn(camille);
        UI.getCurrent().navigate(Pages.next(camille));
        assertThat(html(NextView.class)).contains("New furnace", "Nadia", "A quiet month");
        _find(Checkbox.class).stream()
                .filter(box -> !box.getAriaLabel().orElse("").contains("New furnace"))
                .forEach(box -> box.setValue(false));
        button("Write the draft");
        assertThat(_get(EditorView.class)).isNotNull();
        assertThat(html(EditorView.class)).contains("News from members", "New furnace");
        signIn(nadia);
        UI.getCurrent().navigate(Pages.news(nadia));
        assertThat(html(NewsView.class)).contains("in a letter");
    }

    @Test
    void aQuietMonthIsSkippedAndTakenBack() {
        signIn(camille);
        UI.getCurrent().navigate(Pages.next(camille));
        var due = series.due(camille);
        button("Skip this month");
        assertThat(series.due(camille)).isAfter(due);
        button("Undo");
        assertThat(series.due(camille)).isEqualTo(due);
    }

    @Test
    void theTemplateAndTheRhythmAreChosenOnOnePage() {
        signIn(camille);
        UI.getCurrent().navigate(Pages.look(camille));
        _setValue(_find(MarkdownField.class).getFirst(), "Your **team**");
        button("Save");
        assertThat(looks.of(camille.cluster()).signatureEnglish()).isEqualTo("Your **team**");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("One letter a month")), true);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Day of the month")), 31);
        button("Save the rhythm");
        assertThat(_get(IntegerField.class, spec -> spec.withLabel("Day of the month"))
                        .getErrorMessage())
                .isEqualTo("A day from 1 to 28");
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Day of the month")), 3);
        button("Save the rhythm");
        assertThat(series.of(camille).monthDay()).isEqualTo(3);
        assertThat(html(RhythmPane.class)).contains("The next letter is due on");
    }

    @Test
    void theseAreNoPagesForOthers() {
        signIn(nadia);
        for (String page : new String[] {Pages.next(camille), Pages.look(camille)}) {
            UI.getCurrent().navigate(page);
            assertThat(_find(NextView.class)).isEmpty();
            assertThat(_find(LookView.class)).isEmpty();
        }
        signIn(fixtures.animatorOfNewCluster());
        for (String page : new String[] {Pages.next(camille), Pages.look(camille), Pages.news(camille)}) {
            UI.getCurrent().navigate(page);
            assertThat(_find(NextView.class)).isEmpty();
            assertThat(_find(LookView.class)).isEmpty();
            assertThat(_find(NewsView.class)).isEmpty();
        }
    }

    @Test
    void everythingIsSaidInFrench() {
        signIn(camille);
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().navigate(Pages.next(camille));
        assertThat(_get(H1.class).getText()).isEqualTo("La prochaine lettre");
        assertThat(html(NextView.class)).contains("Un mois calme").doesNotContain("!newsletter.");
        UI.getCurrent().navigate(Pages.look(camille));
        assertThat(html(LookView.class)).contains("Le rythme", "Cobalt").doesNotContain("!newsletter.");
        UI.getCurrent().navigate(Pages.news(camille));
        assertThat(html(NewsView.class)).contains("Avez-vous des nouvelles").doesNotContain("!newsletter.");
    }

    private static void button(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String html(Class<? extends Component> view) {
        return _get(view).getElement().getOuterHTML();
    }
}
