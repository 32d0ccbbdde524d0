package org.convive.directory;

import java.util.Collection;
import org.convive.directory.Sites.Address;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.shared.SiteId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page of an organisation's keeper does, each in one transaction. */
@Service
public class OrganisationEditing {
    private final Organisations organisations;
    private final Competences competences;
    private final Sites sites;
    private final Pictures pictures;

    OrganisationEditing(Organisations organisations, Competences competences, Sites sites, Pictures pictures) {
        this.organisations = organisations;
        this.competences = competences;
        this.sites = sites;
        this.pictures = pictures;
    }

    /** Everything the form holds, or nothing. */
    @Transactional
    public void save(
            Actor actor, OrganisationId id, Organisations.Details details, Collection<String> able, int version) {
        organisations.update(actor, id, details, version);
        competences.say(actor, id, able);
    }

    @Transactional
    public void picture(Actor actor, OrganisationId id, byte[] upload) {
        actor.requireVoiceOf(id);
        organisations.picture(actor, id, pictures.store(actor, upload, ""));
    }

    public void removePicture(Actor actor, OrganisationId id) {
        organisations.picture(actor, id, null);
    }

    public void restorePicture(Actor actor, OrganisationId id, long picture) {
        organisations.picture(actor, id, picture);
    }

    public SiteId addSite(Actor actor, OrganisationId id, Address address) {
        return sites.add(actor, id, address);
    }

    public void updateSite(Actor actor, SiteId site, Address address, int version) {
        sites.update(actor, site, address, version);
    }

    public void removeSite(Actor actor, SiteId site) {
        sites.remove(actor, site);
    }
}
