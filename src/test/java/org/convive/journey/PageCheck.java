package org.convive.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What every page must be: readable by everyone, as wide as the screen, with one heading and a title. */
final class PageCheck {
    private static final String AXE = axe();

    private static final String VIOLATIONS = """
            async rules => {
              const options = { resultTypes: ['violations'], iframes: false };
              if (rules) options.runOnly = rules;
              const found = await axe.run(document, options);
              return found.violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => v.id + ' (' + v.impact + '): ' + v.help + ' '
                  + v.nodes.slice(0, 3).map(n => n.target.flat().join(' ') + ' ['
                    + n.any.concat(n.all, n.none).map(c => c.message).slice(0, 1).join() + ']').join('; '));
            }""";

    private static final String TOO_WIDE = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.scrollingElement.scrollWidth <= width + 1 && document.body.scrollWidth <= width + 1) return [];
              const guilty = [];
              const scrolls = e => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX);
              for (const e of document.querySelectorAll('body *')) {
                const box = e.getBoundingClientRect();
                if (box.width === 0 || box.right <= width + 1) continue;
                let p = e.parentElement;
                while (p && p !== document.body && !scrolls(p)) p = p.parentElement;
                if (!p || p === document.body) guilty.push(e.tagName.toLowerCase() + '.' + e.className + ' to ' + Math.round(box.right));
              }
              return ['sideways scroll to ' + document.scrollingElement.scrollWidth + ' of ' + width + ': ' + guilty.slice(-3).join(', ')];
            }""";

    private static final String HEADINGS = """
            () => [...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).map(h => h.textContent)""";

    private PageCheck() {}

    /** What is wrong with how the page looks now. */
    static List<String> appearance(Page page) {
        List<String> wrong = new ArrayList<>();
        page.evaluate("source => { if (!window.axe) (0, eval)(source); }", AXE);
        add(wrong, page.evaluate(VIOLATIONS));
        wrong.addAll(width(page));
        return wrong;
    }

    /** What does not fit. */
    static List<String> width(Page page) {
        List<String> wrong = new ArrayList<>();
        add(wrong, page.evaluate(TOO_WIDE));
        return wrong;
    }

    /** What cannot be read: all that changes with the colours of a page that was looked at. */
    static List<String> contrast(Page page) {
        List<String> wrong = new ArrayList<>();
        add(wrong, page.evaluate(VIOLATIONS, List.of("color-contrast")));
        return wrong;
    }

    /** What is wrong with what the page says. */
    static List<String> words(Page page) {
        List<String> wrong = new ArrayList<>();
        var headings = (List<?>) page.evaluate(HEADINGS);
        if (headings.size() != 1) {
            wrong.add("not one h1: " + headings);
        }
        if (page.title().isBlank() || page.title().matches("(https?:|localhost|c/).*")) {
            wrong.add("no title: " + page.title());
        }
        return wrong;
    }

    private static void add(List<String> wrong, Object found) {
        ((List<?>) found).forEach(one -> wrong.add(one.toString()));
    }

    private static String axe() {
        try (var script = PageCheck.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
