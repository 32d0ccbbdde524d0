package org.convive.calendar.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.convive.calendar.ReplyAddresses;
import org.convive.calendar.ReplyAddresses.Ticket;
import org.convive.calendar.inbound.InboundAnswers;
import org.convive.calendar.inbound.InboundDelivery;
import org.convive.calendar.inbound.ReplyMail;
import org.convive.identity.Actor;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingId;
import org.convive.meetings.MeetingQueries;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.testing.KaribuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboundViewTest extends KaribuTest {
    @Autowired
    private InboundDelivery delivery;

    @Autowired
    private InboundAnswers answers;

    @Autowired
    private ReplyAddresses addresses;

    @Autowired
    private MeetingService meetings;

    @Autowired
    private MeetingQueries queries;

    @Autowired
    private JdbcClient jdbc;

    private Actor camille;
    private Actor helene;
    private Actor nadia;
    private MeetingId supper;

    @BeforeEach
    void invite() {
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie");
        nadia = fixtures.member(camille, "Nadia", null);
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(20, ChronoUnit.DAYS);
        supper = meetings.schedule(
                helene,
                MeetingDraft.of(
                        "Souper",
                        from,
                        from.plusSeconds(7200),
                        ZoneId.of("Europe/Paris"),
                        Place.at("Verrerie"),
                        Invited.wholeCluster()));
    }

    @Test
    void anAnimatorCountsADoubtfulAnswer() {
        delivery.take(reply("gmail")
                .to("convive@localhost")
                .with("from", "secretary@elsewhere.example")
                .incoming());
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/answers-by-mail");
        _click(_get(Button.class, spec -> spec.withText("Count as the answer of Nadia")));
        assertThat(queries.card(nadia, supper).mine().answer()).isEqualTo(Answer.YES);
        _assertNone(Button.class, spec -> spec.withText("Count as the answer of Nadia"));
    }

    @Test
    void anAnimatorPutsAMessageAwayAndTakesItBack() {
        delivery.take(reply("gmail").from("carol@elsewhere.example").incoming());
        signIn(camille);
        UI.getCurrent().navigate("c/" + camille.slug() + "/answers-by-mail");
        _click(_get(Button.class, spec -> spec.withText("Put away")));
        assertThat(answers.waitingCount(camille)).isZero();
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(answers.waitingCount(camille)).isEqualTo(1);
    }

    @Test
    void theOrganiserReadsOnTheMeetingsPageWhatPeopleWrote() {
        delivery.take(reply("words").incoming());
        signIn(helene);
        UI.getCurrent().navigate(("c/" + helene.slug() + "/meetings/" + supper.value()));
        _get(H2.class, spec -> spec.withText("Written by mail"));
        assertThat(_find(InboundCard.class)).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("Put away")));
        assertThat(answers.about(helene, 'm', supper.value())).isEmpty();
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/meetings/" + supper.value());
        _assertNone(InboundCard.class);
    }

    @Test
    void aMemberWhoDoesNotAnimateFindsNoSuchPage() {
        signIn(nadia);
        UI.getCurrent().navigate("c/" + nadia.slug() + "/answers-by-mail");
        _assertNone(InboundView.class);
    }

    private ReplyMail reply(String program) {
        return ReplyMail.of(program)
                .from(nadia.email().value())
                .to(addresses.of(new Ticket('m', supper.value(), nadia.person())))
                .with(
                        "uid",
                        jdbc.sql("SELECT uid FROM meeting WHERE id = ?")
                                .param(supper.value())
                                .query(String.class)
                                .single());
    }
}
