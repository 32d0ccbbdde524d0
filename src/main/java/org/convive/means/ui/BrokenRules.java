package org.convive.means.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.convive.shared.Message;
import org.convive.uikit.Notice;

/** Why something cannot be booked at that time, as sentences. */
final class BrokenRules {
    private BrokenRules() {}

    static Notice of(Map<String, Message> broken) {
        Div words = new Div();
        broken.values()
                .forEach(message -> words.add(new Paragraph(
                        words.getTranslation(message.key(), message.args().toArray()))));
        return Notice.hot(words);
    }
}
