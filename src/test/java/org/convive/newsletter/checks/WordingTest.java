package org.convive.newsletter.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void plainWordsOfNeighboursDoNotStandOut() {
        assertThat(Wording.standsOut(draft(
                        "Why the river will decide our summer",
                        "Dear neighbours, the Orsenne is 40 cm below its level. Is it not?",
                        Locale.ENGLISH)))
                .isEmpty();
        assertThat(Wording.standsOut(draft("Le four de nuit", "Chers voisins, l’eau est basse.", Locale.FRENCH)))
                .isEmpty();
    }

    @Test
    void whatReadsLikeAdvertisingIsNamedWhateverItsAccentsAndCase() {
        assertThat(Wording.standsOut(draft("Scanner", "**Click HERE**, it is risk-free!!!", Locale.ENGLISH)))
                .containsExactlyInAnyOrder("click here", "risk free", "!!!");
        assertThat(Wording.standsOut(draft("Scanner", "Felicitations, c'est GRATUIT", Locale.FRENCH)))
                .containsExactlyInAnyOrder("félicitations", "gratuit");
        assertThat(Wording.standsOut(draft("FREE SCANNER FOR ALL", "", Locale.ENGLISH)))
                .contains("FREE SCANNER FOR ALL");
    }

    @Test
    void aLongerWordIsNotTheShorterOne() {
        assertThat(Wording.standsOut(draft("A", "Der Prix cassés-croûte, gratuitement non.", Locale.ENGLISH)))
                .isEmpty();
        assertThat(Wording.standsOut(draft("A", "Nous promouvons l’urgentiste.", Locale.FRENCH)))
                .isEmpty();
    }

    @Test
    void linksAreFoundInEveryPartAndLanguage() {
        Draft draft = new Draft(
                "T",
                "[a](https://a.example/x?y=1&z=2)",
                Locale.ENGLISH,
                List.of(
                        Block.empty(Block.Kind.COLUMNS)
                                .with(new Block.Words("", "<https://b.example>", "[c](https://c.example)", ""))
                                .translated(new Block.Words("", "[d](https://d.example)", "", "")),
                        Block.empty(Block.Kind.BUTTON).link("https://e.example")),
                new Draft.Opening("U", "[f](mailto:f@example.org)"));
        assertThat(Checks.addresses(draft))
                .containsExactlyInAnyOrder(
                        "https://a.example/x?y=1&z=2",
                        "https://b.example",
                        "https://c.example",
                        "https://d.example",
                        "https://e.example",
                        "mailto:f@example.org");
    }

    private static Draft draft(String title, String words, Locale language) {
        return new Draft(title, words, language, List.of(Block.text("", words)));
    }
}
