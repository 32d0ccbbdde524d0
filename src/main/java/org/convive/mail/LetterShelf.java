package org.convive.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last few letters, read once for thousands of recipients. A posted letter never changes. */
final class LetterShelf {
    private static final int LETTERS = 16;
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Long, Posted> letters = new LinkedHashMap<>(LETTERS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Posted> eldest) {
            return size() > LETTERS;
        }
    };

    LetterShelf(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    synchronized Posted get(long id) {
        Posted known = letters.get(id);
        if (known == null) {
            known = jdbc.sql("""
                            SELECT from_name, reply_to, subject, body_text, body_html, calendar_method, calendar, headers
                            FROM mail_letter WHERE id = ?""").param(id).query((row, n) -> read(row)).single();
            letters.put(id, known);
        }
        return known;
    }

    private Posted read(ResultSet row) throws SQLException {
        String method = row.getString("calendar_method");
        String html = row.getString("body_html");
        Map<String, Template> headers = new LinkedHashMap<>();
        json.readValue(row.getString("headers"), MAP).forEach((name, value) -> headers.put(name, Template.of(value)));
        return new Posted(
                Template.of(row.getString("from_name")),
                row.getString("reply_to"),
                Template.of(row.getString("subject")),
                EncodedText.of(Template.of(row.getString("body_text"))),
                html == null ? null : EncodedText.of(Template.of(html)),
                method == null ? null : new Letter.CalendarPart(method, row.getString("calendar")),
                headers);
    }

    /** A letter with its places for each recipient's words. */
    record Posted(
            Template fromName,
            @Nullable String replyTo,
            Template subject,
            EncodedText text,
            @Nullable EncodedText html,
            Letter.@Nullable CalendarPart calendar,
            Map<String, Template> headers) {}
}
