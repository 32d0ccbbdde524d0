package org.convive.meetings.minutes;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convive.meetings.MeetingId;
import org.convive.meetings.minutes.ReleasedDecisions.Decision;
import org.convive.newsletter.content.BlockSource.Candidate;
import org.convive.newsletter.content.BlockSource.Kind;
import org.convive.newsletter.content.BlockSource.Period;
import org.convive.newsletter.content.BlockSource.Topic;
import org.convive.newsletter.content.NewsSource;
import org.convive.shared.ClusterId;
import org.convive.shared.Translations;
import org.convive.uikit.Dates;
import org.convive.uikit.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What meetings for the whole cluster decided, once their minutes are released: news for a letter, one a meeting. */
@Component
class DecisionNews implements NewsSource {
    private static final int MOST = 150;
    private static final int MOST_OF_ONE = 5;

    private final ReleasedDecisions released;
    private final JdbcClient jdbc;
    private final Translations translations;

    DecisionNews(ReleasedDecisions released, JdbcClient jdbc, Translations translations) {
        this.released = released;
        this.jdbc = jdbc;
        this.translations = translations;
    }

    @Override
    public List<Candidate> candidates(ClusterId cluster, Period period) {
        Map<MeetingId, List<Decision>> meetings = released.between(cluster, period.since(), period.now(), MOST).stream()
                .collect(Collectors.groupingBy(Decision::meeting, LinkedHashMap::new, Collectors.toList()));
        if (meetings.isEmpty()) {
            return List.of();
        }
        Home home = jdbc.sql("SELECT slug, time_zone FROM cluster WHERE id = ?")
                .param(cluster.value())
                .query((row, n) -> new Home(row.getString("slug"), ZoneId.of(row.getString("time_zone"))))
                .single();
        return meetings.values().stream()
                .map(decisions -> candidate(decisions, home))
                .toList();
    }

    private Candidate candidate(List<Decision> decisions, Home home) {
        Decision first = decisions.getFirst();
        var list = new StringBuilder();
        decisions.stream()
                .limit(MOST_OF_ONE)
                .forEach(decision -> list.append("\n- ")
                        .append(Markdown.escaped(decision.words().strip().replaceAll("\\s+", " "))));
        return new Candidate(
                Topic.DECIDED,
                Kind.MEETING,
                first.meeting().value(),
                first.released(),
                first.meetingTitle(),
                locale -> translations.text(
                                locale,
                                "meetings.letter.decided",
                                decisions.size(),
                                Dates.of(locale, home.zone()).dayLong(first.released()))
                        + "\n" + list,
                "c/" + home.slug() + "/meetings/" + first.meeting(),
                70);
    }

    private record Home(String slug, ZoneId zone) {}
}
