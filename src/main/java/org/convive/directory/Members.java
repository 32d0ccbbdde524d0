package org.convive.directory;

import java.util.Locale;
import org.convive.identity.Account;
import org.convive.identity.Accounts;
import org.convive.identity.Actor;
import org.convive.identity.Actors;
import org.convive.identity.AuditTrail;
import org.convive.identity.Memberships;
import org.convive.identity.Memberships.Ended;
import org.convive.identity.Role;
import org.convive.shared.EmailAddress;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.NotFoundException;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to the cluster: admitted, changed and let go by its animators, who are told so by mail. */
@Service
public class Members {
    private final Accounts accounts;
    private final Actors actors;
    private final Memberships memberships;
    private final DirectoryLetters letters;
    private final AuditTrail audit;

    Members(Accounts accounts, Actors actors, Memberships memberships, DirectoryLetters letters, AuditTrail audit) {
        this.accounts = accounts;
        this.actors = actors;
        this.memberships = memberships;
        this.letters = letters;
        this.audit = audit;
    }

    /** Admits somebody by their e-mail address and writes to them. */
    @Transactional
    public PersonId admit(Actor animator, Admission admission) {
        animator.requireAnimator();
        InvalidInput.check()
                .that(EmailAddress.isValid(admission.email()), "email", Message.of("directory.error.email"))
                .required(admission.name(), 200, "name")
                .orThrow();
        PersonId person = accounts.invite(new EmailAddress(admission.email()), admission.name());
        if (actors.member(person, animator.cluster()).isPresent()) {
            throw new InvalidInput("email", Message.of("directory.error.already-member"));
        }
        memberships.admit(animator, person, admission.organisation(), admission.role());
        Account account = accounts.get(person);
        letters.admitted(animator, account.email(), account.name(), language(account, animator));
        audit.record(animator, "member.admitted", "person:" + person, account.name());
        return person;
    }

    /** Changes what a member is here, and for whom. */
    @Transactional
    public void change(Actor animator, PersonId person, @Nullable OrganisationId organisation, Role role) {
        animator.requireAnimator();
        if (actors.member(person, animator.cluster()).isEmpty()) {
            throw new NotFoundException("member");
        }
        memberships.admit(animator, person, organisation, role);
        audit.record(animator, "member.changed", "person:" + person, role.name());
    }

    /** Ends a membership; what comes back takes it back. */
    @Transactional
    public Ended end(Actor animator, PersonId person) {
        Ended ended = memberships.dismiss(animator, person);
        audit.record(animator, "member.ended", "person:" + person, ended.role().name());
        return ended;
    }

    /** Takes the end of a membership back. */
    @Transactional
    public void takeBack(Actor animator, Ended ended) {
        memberships.takeBack(animator, ended);
        audit.record(
                animator,
                "member.taken-back",
                "person:" + ended.person(),
                ended.role().name());
    }

    /** Who did not choose a language is written to in the animator's. */
    static Locale language(Account account, Actor animator) {
        Locale chosen = account.locale();
        return chosen == null ? animator.locale() : chosen;
    }

    /** Somebody to be admitted. */
    public record Admission(
            String email, String name, @Nullable OrganisationId organisation, Role role) {}
}
