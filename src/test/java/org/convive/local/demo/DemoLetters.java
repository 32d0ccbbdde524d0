package org.convive.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Draft;
import org.convive.newsletter.Look;
import org.convive.newsletter.Looks;
import org.convive.newsletter.NewsletterService;
import org.convive.newsletter.Sources;
import org.convive.newsletter.reading.Reading;
import org.convive.newsletter.series.NewsDesk;
import org.convive.newsletter.series.Rhythm;
import org.convive.newsletter.series.Series;
import org.springframework.core.io.ClassPathResource;

/** Writes and publishes the newsletter, and lets people read it. */
class DemoLetters {
    /** Whoever signs in still has this to read. */
    private static final int NEW = -3;

    private final NewsletterService service;
    private final Sources sources;
    private final Pictures pictures;
    private final Looks looks;
    private final Series series;
    private final NewsDesk news;
    private final Reading reading;
    private final DemoReaders readers;
    private final DemoClock clock;

    DemoLetters(
            NewsletterService service,
            Sources sources,
            Pictures pictures,
            Looks looks,
            Series series,
            NewsDesk news,
            Reading reading,
            DemoReaders readers,
            DemoClock clock) {
        this.readers = readers;
        this.looks = looks;
        this.series = series;
        this.news = news;
        this.reading = reading;
        this.service = service;
        this.sources = sources;
        this.pictures = pictures;
        this.clock = clock;
    }

    void tell(Cast cast) {
        looks.change(
                cast.animator(),
                new Look(
                        Look.Accent.GLASS,
                        null,
                        "With kind regards,\n\n*" + cast.animator().name() + "*",
                        "Bien à vous,\n\n*" + cast.animator().name() + "*",
                        false,
                        true,
                        0));
        readers.gather(cast);
        cast.story().letters().forEach(issue -> tell(cast, issue));
        clock.moveTo(clock.today().minusSeconds(7200));
        series.choose(
                cast.animator(),
                new Rhythm(true, 1, 5, 12, LocalDate.now(cast.animator().zone()), null, null, null, 0));
        List<Actor> members = cast.everybody();
        news.send(
                members.get(members.size() / 2),
                new NewsDesk.Draft(
                        "Our open day on the 12th",
                        "Come and see the new bench, **coffee from nine**. Children are welcome behind the yellow line.",
                        null,
                        ""),
                "demo-open-day");
    }

    private void tell(Cast cast, Story.Issue issue) {
        Actor animator = cast.animator();
        Instant published = cast.days().moment(issue.in(), LocalTime.parse(issue.at()));
        if (!published.isBefore(clock.today())) {
            published = clock.today().minusSeconds(5400);
        }
        clock.moveTo(published.minusSeconds(7200));
        long id = service.begin(animator);
        List<Block> blocks = issue.blocks().stream()
                .map(part -> block(cast, part))
                .filter(block -> sources.kinds().contains(block.kind()))
                .toList();
        int version =
                service.save(animator, id, new Draft(issue.title(), issue.introduction(), issue.language(), blocks), 0);
        clock.moveTo(published);
        var unused = service.publish(animator, id, version);
        read(cast, issue, id, published);
        readers.react(cast, id, published);
    }

    private void read(Cast cast, Story.Issue issue, long id, Instant published) {
        var chance = new Random(issue.title().hashCode());
        List<Actor> readers = new ArrayList<>(cast.everybody());
        if (issue.in() >= NEW) {
            readers.removeIf(reader -> cast.hasAccount(reader.name()));
        }
        Collections.shuffle(readers, chance);
        for (Actor reader : readers.subList(0, Math.min(issue.readers(), readers.size()))) {
            Instant moment = published.plusSeconds(300 + chance.nextInt(90_000));
            clock.moveTo(moment.isBefore(clock.today()) ? moment : clock.today().minusSeconds(60));
            service.markRead(reader, id);
            if (chance.nextInt(4) == 0) {
                reading.thank(reader, id, true);
            }
        }
    }

    private Block block(Cast cast, Story.Part part) {
        if (part.meeting() != null) {
            return Block.card(Block.Kind.MEETING, cast.meeting(part.meeting()), part.title(), part.text());
        }
        if (part.means() != null) {
            return Block.card(Block.Kind.MEANS, cast.means(part.means()).value(), part.title(), part.text());
        }
        if (part.organisation() != null) {
            long organisation = cast.organisation(part.organisation()).value();
            return Block.card(Block.Kind.ORGANISATION, organisation, part.title(), part.text());
        }
        if (part.image() != null) {
            return Block.image(
                    pictures.store(cast.animator(), bytes(part.image()), part.title()), part.title(), part.text());
        }
        Block text = Block.text(part.title(), part.text());
        return part.asks() ? text.answers(Set.of(Block.Answer.HELP, Block.Answer.INTERESTED)) : text;
    }

    private static byte[] bytes(String resource) {
        try (InputStream file = new ClassPathResource(resource).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
