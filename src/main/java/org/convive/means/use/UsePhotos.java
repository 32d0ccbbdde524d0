package org.convive.means.use;

import java.util.List;
import org.convive.directory.PictureGuard;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Photos of a handover are for the booker, their company, the owner and the animators. One that also stands in a damage
 * report is seen by everybody who sees that.
 */
@Component
class UsePhotos implements PictureGuard {
    private final JdbcClient jdbc;

    UsePhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hides(Actor actor, long picture) {
        if (actor.isAnimator()) {
            return false;
        }
        OrganisationId company = actor.organisation();
        List<Boolean> seen = jdbc.sql("""
                        SELECT COALESCE(f.damage_id IS NOT NULL OR b.person_id = :person
                               OR :company IN (b.organisation_id, m.organisation_id), FALSE)
                        FROM use_photo f LEFT JOIN booking b ON b.id = f.booking_id LEFT JOIN means m ON m.id = b.means_id
                        WHERE f.picture_id = :picture""")
                .param("person", actor.person().value())
                .param("company", company == null ? 0 : company.value())
                .param("picture", picture)
                .query(Boolean.class)
                .list();
        return !seen.isEmpty() && !seen.contains(true);
    }
}
