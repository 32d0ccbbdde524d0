package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.convive.meetings.MeetingSeries.Scope;

/** "This one", "this and following", "all". */
final class ScopeField extends RadioButtonGroup<Scope> {
    ScopeField() {
        setLabel(text("meetings.scope"));
        setItems(Scope.values());
        setItemLabelGenerator(scope -> text("meetings.scope." + scope));
        setValue(Scope.THIS);
    }
}
