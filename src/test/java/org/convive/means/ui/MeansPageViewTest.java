package org.convive.means.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convive.means.MeansWorld.PARIS;
import static org.convive.means.MeansWorld.in;
import static org.convive.means.MeansWorld.share;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.List;
import org.convive.means.BookingRules;
import org.convive.means.MeansDraft;
import org.convive.means.MeansId;
import org.convive.means.MeansKind;
import org.junit.jupiter.api.Test;

class MeansPageViewTest extends MeansPages {
    @Test
    void aMemberReadsTheRulesAndBooks() {
        signIn(helene);
        open(here("means/" + scanner + "?day=" + LocalDate.now(PARIS).plusDays(2) + "&from=08:00&to=10:00"));

        assertThat(page()).contains("Day and night").contains("At least 15 minutes");
        assertThat(page()).doesNotContain("Take out of use");
        _click(_get(Button.class, spec -> spec.withText("Book Scanner, 08:00 to 10:00")));
        assertThat(queries.mine(helene, in(0, 0))).hasSize(1);
    }

    @Test
    void theOwnerTakesItOutOfUse() {
        signIn(sarcelle);
        open(here("means/" + scanner));

        _click(_find(Button.class, spec -> spec.withText("Take out of use")).getFirst());
        _click(_find(Button.class, spec -> spec.withText("Take out of use")).getLast());

        assertThat(queries.lent(sarcelle, in(0, 0))).hasSize(1);
        assertThat(queries.lent(sarcelle, in(0, 0)).getFirst().blackout()).isTrue();
    }

    @Test
    void htmlIsShownAsText() {
        String evil = "<img src=x onerror=alert(1)>";
        MeansId means = share(
                meansService,
                sarcelle,
                new MeansDraft(
                        MeansKind.ROOM,
                        evil,
                        "**Bold** <script>alert(1)</script>",
                        evil,
                        evil,
                        null,
                        List.of(evil),
                        List.of(MeansDraft.UnitDraft.named(evil)),
                        BookingRules.lenient(PARIS)));
        signIn(helene);
        open(here("means/" + means));

        assertThat(page()).contains(evil).doesNotContain("<script>");
    }

    @Test
    void ottoFindsNothingHere() {
        signIn(otto());

        assertNotFound(here("means/" + scanner));
    }

    @Test
    void anotherClustersMeansIsNotFoundUnderOnesOwnAddress() {
        var otto = otto();
        signIn(otto);

        assertNotFound("c/" + otto.slug() + "/means/" + scanner);
    }
}
