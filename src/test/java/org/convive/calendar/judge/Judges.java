package org.convive.calendar.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calendar programs of others, asked whether they understand what we write: ical.js (fetched by {@code ./portal test})
 * and Debian's libical (installed by {@code .ci/run}). Where one is missing its tests are skipped, but where
 * CONVIVE_JUDGES is "required" they fail.
 */
public final class Judges {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final boolean REQUIRED = "required".equals(System.getenv("CONVIVE_JUDGES"));

    private Judges() {}

    /** @return what ical.js found wrong with each calendar; nothing when all is well */
    public static List<String> icalJs(List<String> calendars) {
        List<String> wrong = new ArrayList<>();
        List<Map<String, Object>> answers = ask(calendars.stream()
                .map(text -> Map.<String, Object>of("kind", "check", "text", text))
                .toList());
        answers.stream()
                .map(answer -> answer.get("error"))
                .filter(Objects::nonNull)
                .forEach(error -> wrong.add(error.toString()));
        return wrong;
    }

    /** What ical.js makes of recurrences: their first starts, as local times. */
    public static List<List<String>> expand(List<String> calendars, int count) {
        return ask(calendars.stream()
                        .map(text -> Map.<String, Object>of("kind", "expand", "text", text, "count", count))
                        .toList())
                .stream()
                .map(answer -> answer.containsKey("error")
                        ? List.of(String.valueOf(answer.get("error")))
                        : ((List<?>) Objects.requireNonNull(answer.get("answer")))
                                .stream().map(String::valueOf).toList())
                .toList();
    }

    private static List<Map<String, Object>> ask(List<Map<String, Object>> questions) {
        Path library = library();
        require(Files.exists(library), "ical.js is not at " + library + "; ./portal test fetches it");
        String answers =
                run(JSON.writeValueAsString(questions), "node", "src/test/judges/ical.mjs", library.toString());
        return JSON.readValue(answers, new TypeReference<>() {});
    }

    private static Path library() {
        String tools = Objects.requireNonNullElse(System.getenv("CONVIVE_TOOLS"), ".local");
        return Path.of(tools, "judges/node_modules/ical.js/dist/ical.js").toAbsolutePath();
    }

    /** @return what libical's restriction check found wrong with each calendar; nothing when all is well */
    public static List<String> libical(List<String> calendars) {
        require(hasLibical(), "libical3 or python3 is not installed");
        List<List<String>> wrong = JSON.readValue(
                run(JSON.writeValueAsString(calendars), "/usr/bin/python3", "src/test/judges/libical.py"),
                new TypeReference<>() {});
        return wrong.stream().flatMap(List::stream).toList();
    }

    private static boolean hasLibical() {
        return Files.isExecutable(Path.of("/usr/bin/python3"))
                && Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                        .anyMatch(folder -> Files.exists(Path.of(folder, "libical.so.3")));
    }

    private static void require(boolean there, String otherwise) {
        if (REQUIRED) {
            assertThat(there).as(otherwise).isTrue();
        }
        Assumptions.assumeTrue(there, otherwise);
    }

    private static String run(String input, String... command) {
        try {
            Path questions = Files.createTempFile("judge", ".json");
            Path answers = Files.createTempFile("judge", ".out");
            try {
                Files.writeString(questions, input);
                Process process = new ProcessBuilder(command)
                        .redirectInput(questions.toFile())
                        .redirectOutput(answers.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
                return Files.readString(answers, StandardCharsets.UTF_8);
            } finally {
                Files.delete(questions);
                Files.delete(answers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
