package org.convive.directory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Brings the reference entries of {@code reference/*.csv} into the database at every start, each once. */
@Component
class ReferenceImport implements ApplicationRunner {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final JdbcTemplate jdbc;

    ReferenceImport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<Object[]> clusters = read("reference/clusters-france.csv").stream()
                .map(line -> new Object[] {
                    line.get("country_code"),
                    line.get("name"),
                    kind(line.get("kind")).name(),
                    line.get("town"),
                    Double.valueOf(line.get("latitude")),
                    Double.valueOf(line.get("longitude")),
                    line.get("specialisation")
                })
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO reference_cluster (country, name, kind, town, latitude, longitude, specialisation)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE kind = VALUES(kind), town = VALUES(town), latitude = VALUES(latitude),
                    longitude = VALUES(longitude), specialisation = VALUES(specialisation)""", clusters);
        List<Object[]> counts = read("reference/clusters-europe-2002.csv").stream()
                .map(line -> new Object[] {
                    line.get("country_code"), line.get("kind"), Integer.valueOf(line.get("identified"))
                })
                .toList();
        jdbc.batchUpdate("""
                INSERT INTO reference_count (country, kind, identified) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE identified = VALUES(identified)""", counts);
    }

    private static ClusterKind kind(String words) {
        return ClusterKind.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static List<CSVRecord> read(String file) throws IOException {
        try (Reader reader =
                        new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            return parser.getRecords();
        }
    }
}
