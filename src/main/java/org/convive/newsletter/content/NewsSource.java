package org.convive.newsletter.content;

import java.util.List;
import org.convive.shared.ClusterId;

/** A feature that proposes what a letter could tell; the first draft of an issue is made of it. Implemented as a Spring bean. */
public interface NewsSource {
    /**
     * What happened since the last letter and what is coming, as far as every member of the cluster may know it; at most
     * thirty, in one statement.
     */
    List<BlockSource.Candidate> candidates(ClusterId cluster, BlockSource.Period period);
}
