package org.convive.local.demo;

import java.util.List;
import java.util.Optional;
import org.convive.identity.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two invented clusters: <em>Verre d’Orsenne</em> and <em>Val Mécanique</em>. Everything is done by somebody through
 * the portal's services, at its moment between eight weeks ago and eight weeks ahead of the day of the first start, so
 * that the rules hold and the trail is true. A second start adds nothing.
 */
class DemoWorld {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

    static final List<String> STORIES = List.of("verre-d-orsenne", "val-mecanique");
    private static final String TOLD = "demo.told";

    private final JdbcClient jdbc;
    private final DemoClock clock;
    private final AuditTrail audit;
    private final DemoDirectory directory;
    private final DemoMeans means;
    private final DemoUse use;
    private final DemoMeetings meetings;
    private final DemoCompany company;
    private final DemoAlbum album;
    private final DemoPlans plans;
    private final DemoCalendars calendars;
    private final DemoLetters letters;

    DemoWorld(
            JdbcClient jdbc,
            DemoClock clock,
            AuditTrail audit,
            DemoDirectory directory,
            DemoMeans means,
            DemoUse use,
            DemoMeetings meetings,
            DemoCompany company,
            DemoAlbum album,
            DemoPlans plans,
            DemoCalendars calendars,
            DemoLetters letters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.directory = directory;
        this.means = means;
        this.use = use;
        this.meetings = meetings;
        this.company = company;
        this.album = album;
        this.plans = plans;
        this.calendars = calendars;
        this.letters = letters;
    }

    /**
     * Tells the stories that are not there yet.
     *
     * @return a sentence on what was done; empty when there was nothing to do
     */
    String tell() {
        List<Story> untold =
                STORIES.stream().filter(slug -> !isTold(slug)).map(Story::read).toList();
        try {
            untold.forEach(this::tell);
        } finally {
            clock.backToToday();
        }
        return untold.isEmpty() ? "" : "Demo world told: " + counted(untold);
    }

    private void tell(Story story) {
        var cast = new Cast(story, Days.from(clock.today(), DemoDirectory.ZONE));
        directory.tell(cast);
        LOG.info("{}: directory told", cast.animator().slug());
        means.tell(cast);
        use.tell(cast);
        LOG.info("{}: means told", cast.animator().slug());
        meetings.tell(cast);
        company.tell(cast);
        album.tell(cast);
        plans.tell(cast);
        calendars.tell(cast);
        LOG.info("{}: meetings told", cast.animator().slug());
        letters.tell(cast);
        LOG.info("{}: letters told", cast.animator().slug());
        clock.backToToday();
        audit.record(cast.animator(), TOLD, subject(story.cluster().slug()), "");
    }

    private boolean isTold(String slug) {
        Optional<Boolean> told =
                jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM audit a WHERE a.cluster_id = c.id AND a.deed = ?)
                        FROM cluster c WHERE c.slug = ?""").params(TOLD, slug).query(Boolean.class).optional();
        if (told.isPresent() && !told.get()) {
            throw new IllegalStateException("The demo world is unfinished, since an earlier start was interrupted;"
                    + " ./portal run --fresh begins anew.");
        }
        return told.isPresent();
    }

    private static String subject(String slug) {
        return "cluster:" + slug;
    }

    private static String counted(List<Story> stories) {
        return "%d clusters, %d organisations, %d people, %d means, %d meetings, %d letters"
                .formatted(
                        stories.size(),
                        stories.stream().mapToInt(s -> s.organisations().size()).sum(),
                        stories.stream().mapToInt(s -> s.people().size()).sum(),
                        stories.stream().mapToInt(s -> s.means().size()).sum(),
                        stories.stream().mapToInt(s -> s.meetings().size()).sum(),
                        stories.stream().mapToInt(s -> s.letters().size()).sum());
    }
}
