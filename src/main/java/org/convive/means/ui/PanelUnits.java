package org.convive.means.ui;

import com.vaadin.flow.component.textfield.IntegerField;

/** How many units of a pool; not asked where there is one. */
class PanelUnits extends IntegerField {
    PanelUnits(int all) {
        super();
        setLabel(getTranslation("means.panel.units", all));
        setStepButtonsVisible(true);
        setMin(1);
        setMax(all);
        setValue(1);
        setVisible(all > 1);
    }
}
