package org.convive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table in {@code src/docs/calendar-checklist.md} tells the truth. */
class CalendarChecklistTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`(\\w+Test)`");

    /** {@code point7Words}, {@code points8And9Words}, {@code points1to3And8And23to26Words}. */
    private static final Pattern TEST = Pattern.compile("void points?((?:\\d+(?:to|And))*\\d+)[A-Z]");

    @Test
    void eachOfTheThirtyPointsHasATestThatNamesItsNumber() throws IOException {
        Map<String, List<Integer>> tested = tested();
        Matcher row = ROW.matcher(Files.readString(Path.of("src/docs/calendar-checklist.md")));
        List<Integer> points = new ArrayList<>();
        while (row.find()) {
            int point = Integer.parseInt(row.group(1));
            points.add(point);
            Matcher named = CLASS.matcher(row.group(2));
            assertThat(named.find()).as("a test for %d", point).isTrue();
            do {
                assertThat(tested.getOrDefault(named.group(1), List.of()))
                        .as(named.group(1))
                        .contains(point);
            } while (named.find());
        }
        assertThat(points)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    private static Map<String, List<Integer>> tested() throws IOException {
        Map<String, List<Integer>> tested = new HashMap<>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Matcher test = TEST.matcher(Files.readString(file));
                while (test.find()) {
                    tested.computeIfAbsent(name, key -> new ArrayList<>()).addAll(numbers(test.group(1)));
                }
            }
        }
        return tested;
    }

    private static List<Integer> numbers(String written) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : written.split("And", -1)) {
            String[] ends = part.split("to", 2);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(numbers::add);
        }
        return numbers;
    }
}
