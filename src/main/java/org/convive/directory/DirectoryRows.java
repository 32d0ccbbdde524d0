package org.convive.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.convive.identity.Role;
import org.convive.shared.EmailAddress;
import org.convive.shared.OrganisationId;
import org.convive.shared.PersonId;
import org.convive.shared.SiteId;
import org.jspecify.annotations.Nullable;

/** Makes cards of the rows that {@link DirectoryQueries} reads. */
final class DirectoryRows {
    /** Separates the items, and the parts of an item, of a list gathered in one column. */
    private static final String ITEM = "\u001e";

    private static final String PART = "\u001f";

    private DirectoryRows() {}

    static PersonCard person(ResultSet row, int number) throws SQLException {
        Long organisation = row.getObject("organisation_id", Long.class);
        String language = row.getString("language");
        return new PersonCard(
                new PersonId(row.getLong("id")),
                row.getString("name"),
                new EmailAddress(row.getString("email")),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("organisation_name"),
                row.getString("title"),
                row.getObject("picture_id", Long.class),
                language == null ? null : Locale.of(language),
                Role.valueOf(row.getString("role")));
    }

    static OrganisationCard organisation(ResultSet row, int number) throws SQLException {
        String town = row.getString("town");
        return new OrganisationCard(
                new OrganisationId(row.getLong("id")),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("trade"),
                town == null ? "" : town,
                GeoPoint.of(row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)),
                row.getObject("picture_id", Long.class),
                row.getObject("headcount", Integer.class),
                items(row.getString("competences")),
                items(row.getString("faces")).stream().map(DirectoryRows::face).toList());
    }

    static SiteCard site(ResultSet row, int number) throws SQLException {
        return new SiteCard(
                new SiteId(row.getLong("id")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("organisation_name"),
                row.getString("name"),
                row.getString("town"),
                row.getString("address"),
                GeoPoint.of(row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)),
                row.getBoolean("is_main"),
                row.getInt("version"));
    }

    private static OrganisationCard.Face face(String item) {
        String[] parts = item.split(PART, -1);
        return new OrganisationCard.Face(
                new PersonId(Long.parseLong(parts[0])), parts[1], parts.length < 3 ? null : Long.valueOf(parts[2]));
    }

    private static List<String> items(@Nullable String column) {
        return column == null ? List.of() : List.of(column.split(ITEM, -1));
    }
}
