package org.convive.means;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Actor;
import org.convive.identity.Role;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.testing.TestDatabase;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A portal node in a process of its own that storms until it is killed; it says each deed after it was acknowledged. */
final class StormProcess {
    private static final int THREADS = 8;

    private StormProcess() {}

    /** Arguments: JDBC address, user, password, cluster, means by comma, then person/organisation/role each. */
    public static void main(String[] args) throws Exception {
        // The standard output belongs to the deeds.
        LoggingSystem.get(StormProcess.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        // Without the test that kills it, it would storm for ever.
        ProcessHandle.current()
                .parent()
                .ifPresent(
                        test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        var cluster = new ClusterId(Long.parseLong(args[3]));
        List<MeansId> means = Arrays.stream(args[4].split(",", -1))
                .map(id -> new MeansId(Long.parseLong(id)))
                .toList();
        List<Actor> people = Arrays.stream(args)
                .skip(5)
                .map(text -> actor(cluster, text.split("/", -1)))
                .toList();
        var node = SecondNode.start(new TestDatabase.Address(args[0], args[1], args[2]));
        System.out.println("ready");
        new Storm(List.of(Storm.Node.of(node)), people, means, deed -> {
                    synchronized (System.out) {
                        System.out.println(deed.line());
                        System.out.flush();
                    }
                })
                .rage(THREADS, Integer.MAX_VALUE);
    }

    static String text(Actor actor) {
        return actor.person() + "/" + actor.requireOrganisation() + "/" + actor.role();
    }

    private static Actor actor(ClusterId cluster, String[] parts) {
        return new Actor(
                new PersonId(Long.parseLong(parts[0])),
                "Somebody",
                new EmailAddress("somebody@storm.example"),
                cluster,
                "storm",
                "Storm",
                ZoneId.of("Europe/Paris"),
                Locale.ENGLISH,
                new OrganisationId(Long.parseLong(parts[1])),
                "Company",
                Role.valueOf(parts[2]));
    }
}
