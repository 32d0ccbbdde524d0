package org.convive.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.AuditTrail;
import org.convive.identity.Memberships;
import org.convive.identity.Role;
import org.convive.identity.SignedIn;
import org.convive.shared.ClusterId;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who ask to join a cluster, and what its animators answer. */
@Service
public class JoinRequests {
    /** Asking and taking back in turns tells the animators no more often a day. */
    static final int MOST_A_DAY = 5;

    private static final String REQUESTS = """
            SELECT r.id, r.person_id, p.name, p.email, r.organisation, r.message, r.asked_at, r.status,
                   c.slug, c.name AS cluster_name
            FROM join_request r JOIN person p ON p.id = r.person_id JOIN cluster c ON c.id = r.cluster_id
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Actors actors;
    private final Memberships memberships;
    private final Organisations organisations;
    private final DirectoryLetters letters;
    private final AuditTrail audit;
    private final Clock clock;

    JoinRequests(
            JdbcClient jdbc,
            Accounts accounts,
            Actors actors,
            Memberships memberships,
            Organisations organisations,
            DirectoryLetters letters,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.actors = actors;
        this.memberships = memberships;
        this.organisations = organisations;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody who does not belong to a cluster asks to join it; its animators are told by mail. */
    @Transactional
    public long ask(SignedIn user, String slug, String organisation, String message) {
        Asked asked = jdbc.sql("SELECT id, slug, name FROM cluster WHERE slug = ?")
                .param(slug)
                .query((row, n) ->
                        new Asked(new ClusterId(row.getLong("id")), row.getString("slug"), row.getString("name")))
                .optional()
                .orElseThrow(() -> new NotFoundException("cluster"));
        InvalidInput.check()
                .required(organisation, 200, "organisation")
                .atMost(message, 500, "message")
                .that(
                        actors.member(user.personId(), asked.cluster()).isEmpty(),
                        "cluster",
                        Message.of("directory.error.you-are-member"))
                .that(
                        askedLately(user.personId(), asked.cluster()) < MOST_A_DAY,
                        "cluster",
                        Message.of("directory.error.asked-too-often"))
                .orThrow();
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            INSERT INTO join_request (cluster_id, person_id, organisation, message, asked_at)
                            VALUES (?, ?, ?, ?, ?)""")
                    .params(
                            asked.cluster().value(),
                            user.personId().value(),
                            organisation.strip(),
                            message.strip(),
                            Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("cluster", Message.of("directory.error.already-asked"));
        }
        tellAnimators(asked, accounts.get(user.personId()).name(), organisation.strip());
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private int askedLately(PersonId person, ClusterId cluster) {
        return jdbc.sql("SELECT COUNT(*) FROM join_request WHERE person_id = ? AND cluster_id = ? AND asked_at > ?")
                .params(
                        person.value(),
                        cluster.value(),
                        Utc.column(clock.instant().minus(1, ChronoUnit.DAYS)))
                .query(Integer.class)
                .single();
    }

    /** The requests of the person signed in, the newest first. */
    public List<Request> mine(SignedIn user) {
        return jdbc.sql(REQUESTS + "WHERE r.person_id = ? ORDER BY r.asked_at DESC, r.id DESC LIMIT 50")
                .param(user.personId().value())
                .query(JoinRequests::request)
                .list();
    }

    /** Takes one's own open request back. */
    @Transactional
    public void withdraw(SignedIn user, long id) {
        int withdrawn = jdbc.sql("""
                        UPDATE join_request SET status = 'WITHDRAWN', decided_at = ?
                        WHERE id = ? AND person_id = ? AND status = 'PENDING'""")
                .params(Utc.column(clock.instant()), id, user.personId().value())
                .update();
        if (withdrawn == 0) {
            throw new NotFoundException("join request");
        }
    }

    /** Who waits for an answer, the longest first. */
    public List<Request> waiting(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql(REQUESTS + "WHERE r.cluster_id = ? AND r.status = 'PENDING' ORDER BY r.asked_at, r.id")
                .param(animator.cluster().value())
                .query(JoinRequests::request)
                .list();
    }

    /** How many wait for an answer. */
    public int waitingCount(Actor animator) {
        animator.requireAnimator();
        return jdbc.sql("SELECT COUNT(*) FROM join_request WHERE cluster_id = ? AND status = 'PENDING'")
                .param(animator.cluster().value())
                .query(Integer.class)
                .single();
    }

    /** Welcomes the person, for an organisation that is there already or for none. */
    @Transactional
    public void accept(Actor animator, long id, @Nullable OrganisationId organisation, Role role) {
        Request request = decide(animator, id, "ACCEPTED");
        memberships.admit(animator, request.person(), organisation, role);
        Account account = accounts.get(request.person());
        letters.admitted(animator, account.email(), account.name(), Members.language(account, animator));
        audit.record(animator, "join.accepted", "person:" + request.person(), request.name());
    }

    /** Welcomes the person and registers the organisation they come from. */
    @Transactional
    public void acceptWithNew(Actor animator, long id, String organisation, OrganisationKind kind, Role role) {
        animator.requireAnimator();
        accept(animator, id, organisations.register(animator, organisation, kind), role);
    }

    /** Says no, with a word that the person reads. */
    @Transactional
    public void decline(Actor animator, long id, String word) {
        animator.requireAnimator();
        InvalidInput.check().atMost(word, 500, "word").orThrow();
        Request request = decide(animator, id, "DECLINED");
        Account account = accounts.get(request.person());
        letters.declined(animator, account.email(), account.name(), Members.language(account, animator), word.strip());
        audit.record(animator, "join.declined", "person:" + request.person(), request.name());
    }

    private Request decide(Actor animator, long id, String status) {
        animator.requireAnimator();
        Request request = jdbc.sql(REQUESTS + "WHERE r.id = ? AND r.cluster_id = ?")
                .params(id, animator.cluster().value())
                .query(JoinRequests::request)
                .optional()
                .orElseThrow(() -> new NotFoundException("join request"));
        int decided = jdbc.sql("""
                        UPDATE join_request SET status = ?, decided_by = ?, decided_at = ?
                        WHERE id = ? AND status = 'PENDING'""")
                .params(status, animator.person().value(), Utc.column(clock.instant()), id)
                .update();
        if (decided == 0) {
            throw new InvalidInput("request", Message.of("directory.error.already-answered"));
        }
        return request;
    }

    private void tellAnimators(Asked asked, String asker, String organisation) {
        jdbc.sql("""
                        SELECT p.email, p.name, p.language FROM membership m JOIN person p ON p.id = m.person_id
                        WHERE m.cluster_id = ? AND m.role = 'ANIMATOR'""")
                .param(asked.cluster().value())
                .query((row, n) -> new Animator(
                        new EmailAddress(row.getString("email")), row.getString("name"), row.getString("language")))
                .list()
                .forEach(animator -> letters.asked(
                        asked.cluster(),
                        asked.name(),
                        asked.slug(),
                        animator.language() == null ? Locale.ENGLISH : Locale.of(animator.language()),
                        animator.email(),
                        animator.name(),
                        asker,
                        organisation));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("id"),
                new PersonId(row.getLong("person_id")),
                row.getString("name"),
                new EmailAddress(row.getString("email")),
                row.getString("slug"),
                row.getString("cluster_name"),
                row.getString("organisation"),
                row.getString("message"),
                Utc.moment(row.getObject("asked_at", LocalDateTime.class)),
                Status.valueOf(row.getString("status")));
    }

    /** What became of a request. */
    public enum Status {
        PENDING,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /** Somebody who asked to join. */
    public record Request(
            long id,
            PersonId person,
            String name,
            EmailAddress email,
            String slug,
            String clusterName,
            String organisation,
            String message,
            Instant askedAt,
            Status status) {}

    private record Asked(ClusterId cluster, String slug, String name) {}

    private record Animator(
            EmailAddress email, String name, @Nullable String language) {}
}
