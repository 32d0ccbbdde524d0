package org.convive.directory;

import java.util.Objects;
import org.convive.identity.Actor;
import org.convive.identity.AuditTrail;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.shared.OrganisationId;
import org.convive.shared.SiteId;
import org.convive.shared.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the places where organisations work. One of them is the main one. */
@Service
public class Sites {
    private final JdbcClient jdbc;
    private final DirectoryQueries queries;
    private final AuditTrail audit;

    Sites(JdbcClient jdbc, DirectoryQueries queries, AuditTrail audit) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
    }

    /** Adds a site; the first one is the main one. A deed of the organisation's manager or an animator. */
    @Transactional
    public SiteId add(Actor actor, OrganisationId organisation, Address address) {
        boolean first = queries.organisation(actor, organisation).sites().isEmpty();
        actor.requireVoiceOf(organisation);
        check(address);
        if (address.main()) {
            demoteMain(organisation);
        }
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO site (cluster_id, organisation_id, name, address, town, latitude, longitude, is_main)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(actor.cluster().value())
                .param(organisation.value())
                .param(address.name().strip())
                .param(address.address().strip())
                .param(address.town().strip())
                .param(latitude(address))
                .param(longitude(address))
                .param(address.main() || first)
                .update(key, "id");
        var id = new SiteId(Objects.requireNonNull(key.getKey()).longValue());
        audit.record(actor, "site.added", "organisation:" + organisation, address.name());
        return id;
    }

    /** Changes a site; the version is the one that was read. The main site stays so until another is made main. */
    @Transactional
    public void update(Actor actor, SiteId id, Address address, int version) {
        SiteCard site = queries.site(actor, id);
        actor.requireVoiceOf(site.organisation());
        check(address);
        if (address.main() && !site.main()) {
            demoteMain(site.organisation());
        }
        int updated = jdbc.sql("""
                        UPDATE site SET name = ?, address = ?, town = ?, latitude = ?, longitude = ?, is_main = ?,
                               version = version + 1
                        WHERE id = ? AND cluster_id = ? AND version = ?""")
                .param(address.name().strip())
                .param(address.address().strip())
                .param(address.town().strip())
                .param(latitude(address))
                .param(longitude(address))
                .param(address.main() || site.main())
                .param(id.value())
                .param(actor.cluster().value())
                .param(version)
                .update();
        if (updated == 0) {
            throw new StaleEdit("site");
        }
        audit.record(actor, "site.changed", "organisation:" + site.organisation(), address.name());
    }

    /** Removes a site where nothing stands any more. */
    @Transactional
    public void remove(Actor actor, SiteId id) {
        SiteCard site = queries.site(actor, id);
        actor.requireVoiceOf(site.organisation());
        try {
            jdbc.sql("DELETE FROM site WHERE id = ? AND cluster_id = ?")
                    .params(id.value(), actor.cluster().value())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInput("site", Message.of("directory.error.site-in-use"));
        }
        if (site.main()) {
            jdbc.sql("UPDATE site SET is_main = TRUE WHERE organisation_id = ? ORDER BY id LIMIT 1")
                    .param(site.organisation().value())
                    .update();
        }
        audit.record(actor, "site.removed", "organisation:" + site.organisation(), site.name());
    }

    private void demoteMain(OrganisationId organisation) {
        jdbc.sql("UPDATE site SET is_main = FALSE WHERE organisation_id = ? AND is_main")
                .param(organisation.value())
                .update();
    }

    private static void check(Address address) {
        GeoPoint place = address.place();
        InvalidInput.check()
                .required(address.name(), 200, "name")
                .atMost(address.address(), 500, "address")
                .required(address.town(), 200, "town")
                .that(
                        place == null || GeoPoint.isValid(place.latitude(), place.longitude()),
                        "place",
                        Message.of("directory.error.coordinates"))
                .orThrow();
    }

    private static @Nullable Double latitude(Address address) {
        return address.place() == null ? null : address.place().latitude();
    }

    private static @Nullable Double longitude(Address address) {
        return address.place() == null ? null : address.place().longitude();
    }

    /** What a site's form holds. */
    public record Address(
            String name,
            String address,
            String town,
            @Nullable GeoPoint place,
            boolean main) {}
}
