package org.convive.newsletter.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.Readers;
import org.convive.shared.EmailAddress;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReadersViewTest extends KaribuTest {
    @Autowired
    Readers readers;

    @Test
    void anAnimatorSeesWhoReadsAndAsksAnOutsider() {
        Actor camille = fixtures.animatorOfNewCluster();
        fixtures.member(camille, "Nadia", null);
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/newsletter/readers");
        Grid<Reader> grid = _get(Grid.class);
        assertThat(grid.getLazyDataView().getItems()).hasSize(2);
        _click(_get(Button.class, spec -> spec.withText("Add readers")));
        String email = "olga" + System.nanoTime() + "@test.example";
        _setValue(_get(TextField.class, spec -> spec.withLabel("E-mail address")), "nonsense");
        _click(_get(Button.class, spec -> spec.withText("Ask them")));
        assertThat(_get(TextField.class, spec -> spec.withLabel("E-mail address"))
                        .isInvalid())
                .isTrue();
        _setValue(_get(TextField.class, spec -> spec.withLabel("E-mail address")), email);
        _click(_get(Button.class, spec -> spec.withText("Ask them")));
        assertThat(readers.find(camille, email, 0, 10)).hasSize(1);
    }

    @Test
    void anOutsiderIsTakenFromTheListOnOneTap() {
        Actor camille = fixtures.animatorOfNewCluster();
        String email = "olga" + System.nanoTime() + "@test.example";
        readers.ask(camille.cluster(), new EmailAddress(email), "Olga", Locale.ENGLISH, camille);
        Reader olga = readers.find(camille, email, 0, 10).getFirst();
        readers.confirm(camille.cluster(), olga.id().id());
        readers.remove(camille, olga.id());
        assertThat(readers.find(camille, email, 0, 10).getFirst().state()).isEqualTo(Reader.State.LEFT);
    }
}
