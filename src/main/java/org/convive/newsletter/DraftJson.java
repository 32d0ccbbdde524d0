package org.convive.newsletter;

import org.convive.newsletter.readers.Segment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Drafts and blocks as JSON, for the history and for blocks that are kept. */
@Component
public class DraftJson {
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Object document) {
        return json.writeValueAsString(document);
    }

    public Draft draft(String document) {
        return json.readValue(document, Draft.class);
    }

    Segment segment(String document) {
        return json.readValue(document, Segment.class);
    }

    public Block block(String document) {
        return json.readValue(document, Block.class);
    }
}
