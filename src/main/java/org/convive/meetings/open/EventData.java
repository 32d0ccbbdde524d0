package org.convive.meetings.open;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convive.uikit.Markdown;
import tools.jackson.databind.json.JsonMapper;

/** A meeting as schema.org tells events, in JSON-LD, for search engines and calendars that read pages. */
final class EventData {
    private static final String SCHEMA = "https://schema.org/";
    private static final JsonMapper JSON = new JsonMapper();

    private EventData() {}

    /** The element for a page's head; its content cannot leave the element. */
    static String script(OpenMeeting meeting, String publicUrl) {
        return "<script type=\"application/ld+json\">"
                + JSON.writeValueAsString(event(meeting, publicUrl))
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                + "</script>";
    }

    private static Map<String, Object> event(OpenMeeting meeting, String publicUrl) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("@context", "https://schema.org");
        event.put("@type", "Event");
        event.put("name", meeting.title());
        event.put("startDate", moment(meeting.from(), meeting));
        event.put("endDate", moment(meeting.to(), meeting));
        event.put("eventStatus", SCHEMA + (meeting.cancelled() ? "EventCancelled" : "EventScheduled"));
        event.put("eventAttendanceMode", SCHEMA + mode(meeting));
        event.put("location", location(meeting));
        event.put("url", meeting.address());
        event.put("image", publicUrl + "/convive/newsletter-valley.png");
        String words = Markdown.text(meeting.description()).strip();
        if (!words.isEmpty()) {
            event.put("description", words);
        }
        event.put(
                "organizer",
                Map.of(
                        "@type",
                        "Organization",
                        "name",
                        meeting.clusterName(),
                        "url",
                        publicUrl + "/clusters/" + meeting.slug()));
        Integer capacity = meeting.capacity();
        Integer free = meeting.free();
        if (capacity != null && free != null) {
            event.put("maximumAttendeeCapacity", capacity);
            event.put("remainingAttendeeCapacity", free);
        }
        return event;
    }

    private static String mode(OpenMeeting meeting) {
        if (meeting.where().isEmpty()) {
            return "OnlineEventAttendanceMode";
        }
        return meeting.online() ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode";
    }

    /** The online room's own address stays among those who come. */
    private static Map<String, Object> location(OpenMeeting meeting) {
        return meeting.where().isEmpty()
                ? Map.of("@type", "VirtualLocation", "url", meeting.address())
                : Map.of("@type", "Place", "name", meeting.where(), "address", meeting.where());
    }

    static String moment(Instant at, OpenMeeting meeting) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(meeting.zone()).toOffsetDateTime());
    }
}
