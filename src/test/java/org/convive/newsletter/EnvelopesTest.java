package org.convive.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.convive.directory.Competences;
import org.convive.directory.OrganisationKind;
import org.convive.directory.Organisations;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.mail.Postman;
import org.convive.meetings.Answer;
import org.convive.meetings.Invited;
import org.convive.meetings.MeetingDraft;
import org.convive.meetings.MeetingService;
import org.convive.meetings.Place;
import org.convive.newsletter.readers.Audiences;
import org.convive.newsletter.readers.Frequency;
import org.convive.newsletter.readers.Preferences;
import org.convive.newsletter.readers.Reader;
import org.convive.newsletter.readers.ReaderId;
import org.convive.newsletter.readers.Readers;
import org.convive.newsletter.readers.Segment;
import org.convive.newsletter.readers.Topic;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.NotFoundException;
import org.convive.shared.StaleEdit;
import org.convive.testing.Fixtures;
import org.convive.testing.Mailbox;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class EnvelopesTest {
    private static final Draft RIVER =
            new Draft("The river", "It is low.", Locale.ENGLISH, List.of(Block.text("Words", "More words")));

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisations organisations;

    @Autowired
    Competences competences;

    @Autowired
    MeetingService meetings;

    @Autowired
    NewsletterService newsletter;

    @Autowired
    NewsletterQueries queries;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Templates templates;

    @Autowired
    Looks looks;

    @Autowired
    Audiences audiences;

    @Autowired
    Readers readers;

    @Autowired
    Postman postman;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    private final Mailbox mailbox = new Mailbox();
    private Actor camille;
    private Actor helene;
    private Actor school;
    private Actor nadia;
    private long issue;

    @BeforeEach
    void aClusterOfSeveralKinds() {
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
        mailbox.receiveFrom(sender);
        camille = fixtures.animatorOfNewCluster();
        helene = fixtures.managerOf(camille, "Verrerie Saulnaye");
        school = fixtures.admit(
                camille,
                "Teacher",
                organisations.register(camille, "Lycée du verre", OrganisationKind.KNOWLEDGE),
                Role.MANAGER);
        nadia = fixtures.member(camille, "Nadia", null);
        competences.say(helene, helene.requireOrganisation(), List.of("Polishing", "Sawing"));
        issue = newsletter.begin(camille);
        newsletter.save(camille, issue, RIVER, 0);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void eachChoiceNarrowsWhoGetsIt() {
        assertThat(reached(Segment.EVERYBODY)).hasSize(4);
        assertThat(reached(of(OrganisationKind.KNOWLEDGE)))
                .containsExactly(school.email().value());
        assertThat(reached(new Segment(Set.of(), Set.of("polishing"), Set.of(), Set.of(), null)))
                .containsExactly(helene.email().value());
        assertThat(reached(
                        new Segment(Set.of(OrganisationKind.KNOWLEDGE), Set.of("Polishing"), Set.of(), Set.of(), null)))
                .isEmpty();
        want(nadia, Locale.FRENCH, Set.of(Topic.MEANS));
        assertThat(reached(new Segment(Set.of(), Set.of(), Set.of(), Set.of(Topic.MEANS, Topic.HELP), null)))
                .containsExactly(nadia.email().value());
        assertThat(reached(new Segment(Set.of(), Set.of(), Set.of(), Set.of(), Locale.FRENCH)))
                .containsExactly(nadia.email().value());
    }

    @Test
    void aLetterGoesToThoseAloneWhoComeToAMeeting() {
        long supper = meeting(camille);
        meetings.answer(helene, new org.convive.meetings.MeetingId(supper), Answer.YES, 0);
        meetings.answer(nadia, new org.convive.meetings.MeetingId(supper), Answer.NO, 0);
        Segment comers = new Segment(Set.of(), Set.of(), Set.of(supper), Set.of(), null);
        assertThat(envelopes.findOccasions(camille, "supp"))
                .singleElement()
                .satisfies(choice -> assertThat(choice.id()).isEqualTo(supper));

        envelopes.choose(camille, issue, Envelope.USUAL, Envelope.USUAL.to(comers));
        // The invitations of the meeting are not what is looked at.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
        assertThat(newsletter.publish(camille, issue, version())).isEqualTo(1);
        postman.deliverDue();

        assertThat(mailbox.of(helene.email().value())).hasSize(1);
        assertThat(mailbox.of(nadia.email().value())).isEmpty();
        assertThat(queries.published(nadia, 10))
                .as("members find it on the portal")
                .hasSize(1);
        assertThat(queries.newest(camille.cluster(), true, 10))
                .as("no archive for everybody")
                .isEmpty();
        assertThat(queries.numbered(camille.cluster(), 1)).isEmpty();
        assertThat(queries.newest(camille.cluster(), false, 10)).hasSize(1);
    }

    @Test
    void theCountBeforeSendingIsByLanguageAndSaysWhoGetsNothing() {
        want(nadia, Locale.FRENCH, Set.of());
        readers.choose(
                school.cluster(),
                ReaderId.of(school.person()),
                new Preferences(true, Frequency.MONTHLY, Locale.ENGLISH, Set.of()),
                false);
        newsletter.subscribe(helene, false);
        assertThat(audiences.count(camille, Segment.EVERYBODY, RIVER.blocks()))
                .isEqualTo(new Audiences.Count(2, 1, 1, 0, 1, 0, 1));
        assertThatThrownBy(() -> audiences.count(nadia, Segment.EVERYBODY, List.of()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoReadsOnlyWhatConcernsThemGetsALetterThatDoes() {
        want(nadia, Locale.ENGLISH, Set.of(), Frequency.CONCERNS_ME);
        want(helene, Locale.ENGLISH, Set.of(), Frequency.CONCERNS_ME);
        long own = helene.requireOrganisation().value();
        int version = newsletter.save(
                camille,
                issue,
                new Draft(
                        "The river",
                        "It is low.",
                        Locale.ENGLISH,
                        List.of(Block.card(Block.Kind.ORGANISATION, own, "", "They help."))),
                version());
        newsletter.publish(camille, issue, version);
        postman.deliverDue();
        assertThat(mailbox.of(helene.email().value())).hasSize(1);
        assertThat(mailbox.of(nadia.email().value())).isEmpty();
    }

    @Test
    void aLetterToNobodyDoesNotLeave() {
        envelopes.choose(camille, issue, Envelope.USUAL, Envelope.USUAL.to(of(OrganisationKind.LOCAL_INSTITUTION)));
        assertThatThrownBy(() -> newsletter.publish(camille, issue, version()))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("segment"));
        assertThat(queries.forWriting(camille, issue).isPublished()).isFalse();
    }

    @Test
    void thingsOfOtherClustersAreNotThereAndTwoWhoDecideAtOnceAreTold() {
        Actor otto = fixtures.animatorOfNewCluster();
        long foreign = meeting(otto);
        long foreignTemplate = templates.add(otto, new Template("Call", Look.Accent.RUBY, null, "", ""));
        assertThatThrownBy(() -> choose(new Segment(Set.of(), Set.of(), Set.of(foreign), Set.of(), null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> choose(new Segment(Set.of(), Set.of("Welding"), Set.of(), Set.of(), null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> envelopes.choose(camille, issue, Envelope.USUAL, Envelope.USUAL.in(foreignTemplate)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> envelopes.choose(otto, issue, Envelope.USUAL, Envelope.USUAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> envelopes.choose(nadia, issue, Envelope.USUAL, Envelope.USUAL))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(audiences.of(camille.cluster(), new Segment(Set.of(), Set.of(), Set.of(foreign), Set.of(), null)))
                .isEmpty();
        assertThatThrownBy(() -> templates.change(
                        camille, foreignTemplate, new Template("Mine", Look.Accent.RUBY, null, "", ""), 0))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> templates.putAway(camille, foreignTemplate)).isInstanceOf(NotFoundException.class);
        choose(of(OrganisationKind.COMPANY));
        assertThatThrownBy(() -> choose(of(OrganisationKind.KNOWLEDGE))).isInstanceOf(StaleEdit.class);
    }

    @Test
    void aLetterWearsTheTemplateItChoseAlsoAfterThatWasPutAway() {
        assertThat(newsletter.preview(camille, issue, RIVER)).contains(Look.Accent.GLASS.light());
        long call =
                templates.add(camille, new Template("Call", Look.Accent.RUBY, null, "With hope,\n\nthe **team**", ""));
        envelopes.choose(camille, issue, Envelope.USUAL, Envelope.USUAL.in(call));
        templates.putAway(camille, call);
        assertThat(templates.all(camille)).isEmpty();
        assertThat(newsletter.preview(camille, issue, RIVER))
                .contains(Look.Accent.RUBY.light(), "With hope,")
                .doesNotContain(Look.Accent.GLASS.light());
        templates.bringBack(camille, call);
        templates.change(camille, call, new Template("Call", Look.Accent.BOTTLE, null, "", ""), 0);
        assertThat(newsletter.preview(camille, issue, RIVER)).contains(Look.Accent.BOTTLE.light());
        assertThatThrownBy(
                        () -> templates.change(camille, call, new Template("Late", Look.Accent.RUBY, null, "", ""), 0))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> templates.add(camille, new Template(" ", Look.Accent.RUBY, null, "", "")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fields()).containsOnlyKeys("name"));
        assertThatThrownBy(() -> templates.all(nadia)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anOutsiderIsToldWhyItComesAndLedToTheArchiveThatEverybodyMayRead() {
        jdbc.sql("UPDATE cluster SET is_public = TRUE WHERE id = ?")
                .param(camille.cluster().value())
                .update();
        looks.change(camille, new Look(Look.Accent.GLASS, null, "", "", false, true, 0));
        var olga = new EmailAddress("olga" + System.nanoTime() + "@outside.example");
        readers.ask(camille.cluster(), olga, "Olga", Locale.ENGLISH, null);
        readers.confirm(
                camille.cluster(),
                readers.find(camille, olga.value(), 0, 1).getFirst().id().id());
        newsletter.publish(camille, issue, version());
        postman.deliverDue();
        assertThat(words(olga.value()))
                .contains("because you asked for the letters of", "/public/letters/" + camille.slug() + "/1")
                .doesNotContain("{{");
        assertThat(words(nadia.email().value()))
                .contains("as a member of", "/c/" + camille.slug() + "/newsletter/" + issue);
    }

    @Test
    void anOutsidersMailShowsTheCardsThatEverybodyMayReadAndAMembersMailAll() {
        long closed = meeting(camille, "Closed supper");
        long open = meeting(camille, "Open supper");
        jdbc.sql("UPDATE meeting SET is_open = TRUE WHERE id = ?").param(open).update();
        newsletter.save(
                camille,
                issue,
                new Draft(
                        "The river",
                        "It is low.",
                        Locale.ENGLISH,
                        List.of(
                                Block.card(Block.Kind.MEETING, closed, "", "Words about it.")
                                        .answers(Set.of(Block.Answer.COME)),
                                Block.card(Block.Kind.MEETING, open, "", "").answers(Set.of()),
                                Block.card(Block.Kind.PERSON, nadia.person().value(), "", ""))),
                version());
        var olga = new EmailAddress("olga" + System.nanoTime() + "@outside.example");
        readers.ask(camille.cluster(), olga, "Olga", Locale.ENGLISH, null);
        readers.confirm(
                camille.cluster(),
                readers.find(camille, olga.value(), 0, 1).getFirst().id().id());
        // The invitations of the meetings are not what is looked at.
        jdbc.sql("UPDATE mail_delivery SET state = 'SENT' WHERE state = 'QUEUED'")
                .update();
        assertThat(newsletter.publish(camille, issue, version())).isEqualTo(5);
        postman.deliverDue();
        assertThat(words(nadia.email().value()))
                .contains("Closed supper", "Words about it.", "Open supper", "> " + nadia.name(), "/answers/");
        for (String part : List.of("text/plain", "text/html")) {
            assertThat(Mailbox.part(mailbox.of(olga.value()).getLast(), part).orElseThrow())
                    .as(part)
                    .contains("Words about it.", "Open supper")
                    .doesNotContain("Closed supper", nadia.name(), "/answers/");
        }
    }

    private String words(String address) {
        return Mailbox.part(mailbox.of(address).getLast(), "text/plain").orElseThrow();
    }

    private void choose(Segment segment) {
        envelopes.choose(camille, issue, Envelope.USUAL, Envelope.USUAL.to(segment));
    }

    private static Segment of(OrganisationKind kind) {
        return new Segment(Set.of(kind), Set.of(), Set.of(), Set.of(), null);
    }

    private List<String> reached(Segment segment) {
        return audiences.of(camille.cluster(), segment).stream()
                .map(Reader::email)
                .toList();
    }

    private void want(Actor reader, Locale language, Set<Topic> topics) {
        want(reader, language, topics, Frequency.EACH);
    }

    private void want(Actor reader, Locale language, Set<Topic> topics, Frequency frequency) {
        readers.choose(
                reader.cluster(),
                ReaderId.of(reader.person()),
                new Preferences(true, frequency, language, topics),
                false);
    }

    private int version() {
        return queries.forWriting(camille, issue).version();
    }

    private long meeting(Actor organiser) {
        return meeting(organiser, "Supper at the furnace");
    }

    private long meeting(Actor organiser, String title) {
        Instant from = Instant.now().plus(Duration.ofDays(2));
        return meetings.schedule(
                        organiser,
                        MeetingDraft.of(
                                title,
                                from,
                                from.plusSeconds(7200),
                                ZoneId.of("Europe/Paris"),
                                Place.at("Here"),
                                Invited.wholeCluster()))
                .value();
    }
}
