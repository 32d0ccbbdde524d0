package org.convive.newsletter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.convive.identity.Actor;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.PersonId;
import org.convive.shared.StaleEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Publishes while nobody waits: to write a letter to thousands of readers into the ledger takes seconds, and its writer may
 * go elsewhere meanwhile. It is one transaction: when this node stops on the way, the letter is a draft as before.
 */
@Service
public class Publications {
    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

    private final NewsletterService newsletter;
    private final Map<Long, Boolean> underWay = new ConcurrentHashMap<>();
    private final Map<Asked, Refusal> refused = new ConcurrentHashMap<>();

    Publications(NewsletterService newsletter) {
        this.newsletter = newsletter;
    }

    /**
     * Begins to publish. What can be said at once is said at once.
     *
     * @param version the one the writer read
     * @throws InvalidInput when the letter is not ready
     * @throws StaleEdit when somebody changed it meanwhile, or published it
     */
    public void begin(Actor animator, long issue, int version) {
        newsletter.requireReady(animator, issue, version);
        if (underWay.putIfAbsent(issue, Boolean.TRUE) == null) {
            refused.remove(new Asked(issue, animator.person()));
            Thread.ofVirtual().name("newsletter-publish").start(() -> publish(animator, issue, version));
        }
    }

    private void publish(Actor animator, long issue, int version) {
        Message why = Message.of("newsletter.publish.failed");
        boolean left = false;
        try {
            newsletter.publish(animator, issue, version);
            left = true;
        } catch (InvalidInput e) {
            why = e.fields().values().stream().findFirst().orElse(why);
        } catch (StaleEdit e) {
            why = Message.of("newsletter.publish.changed");
        } catch (RuntimeException | Error e) {
            LOG.error("Issue {} was to leave but could not", issue, e);
        } finally {
            if (!left) {
                refused.put(new Asked(issue, animator.person()), new Refusal(why, version));
            }
            underWay.remove(issue);
        }
    }

    /** Whether this node is publishing it just now. */
    public boolean isUnderWay(long issue) {
        return underWay.containsKey(issue);
    }

    /**
     * Why a letter is still a draft; said once, to who wanted it to leave, unless somebody has mended it since.
     *
     * @param version the one that is there now
     */
    public Optional<Message> takeRefusal(Actor animator, long issue, int version) {
        return Optional.ofNullable(refused.remove(new Asked(issue, animator.person())))
                .filter(refusal -> refusal.version() == version)
                .map(Refusal::why);
    }

    private record Asked(long issue, PersonId person) {}

    private record Refusal(Message why, int version) {}
}
