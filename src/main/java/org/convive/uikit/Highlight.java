package org.convive.uikit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.Normalizer;
import java.util.Locale;

/** A text in which the words searched for are marked, whatever their accents and case. */
public class Highlight extends Span {

    public Highlight(String text, String term) {
        String needle = fold(term.strip());
        String hay = fold(text);
        if (needle.isEmpty() || hay.length() != text.length()) {
            setText(text);
            return;
        }
        int from = 0;
        for (int at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, from)) {
            plain(text.substring(from, at));
            Element mark = new Element("mark");
            mark.setText(text.substring(at, at + needle.length()));
            getElement().appendChild(mark);
            from = at + needle.length();
        }
        plain(text.substring(from));
    }

    private void plain(String part) {
        if (!part.isEmpty()) {
            getElement().appendChild(Element.createText(part));
        }
    }

    /** Lower case without accents, character for character. */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String base = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
            folded.append(base.substring(0, 1).toLowerCase(Locale.ROOT));
        }
        return folded.toString();
    }
}
