package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.convive.directory.OrganisationCard;
import org.convive.meetings.MeetingFilter;
import org.convive.meetings.Stage;
import org.convive.uikit.Buttons;
import org.jspecify.annotations.Nullable;

/** Which meetings are shown: mine, of what kind, by whom, how far they have come. Each choice is a new address. */
final class MeetingFilters extends Details {
    private final transient Consumer<MeetingFilter> chosen;
    private final Checkbox mine = new Checkbox(text("meetings.filter.mine"));
    private final Select<MeetingFilter.Kind> kind = new Select<>();
    private final ComboBox<OrganisationCard> organisation = new ComboBox<>(text("meetings.filter.organisation"));
    private final Select<Stage> stage = new Select<>();

    /** @param chosen is told what is to be shown now */
    MeetingFilters(MeetingFilter now, List<OrganisationCard> organisations, Consumer<MeetingFilter> chosen) {
        this.chosen = chosen;
        addClassName("cv-meeting-filters");
        setSummaryText(text("meetings.filter", now.size()));
        kind.setLabel(text("meetings.filter.kind"));
        kind.setItems(MeetingFilter.Kind.values());
        kind.setItemLabelGenerator(
                one -> one == null ? text("meetings.filter.all") : text("meetings.filter.kind." + one));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(text("meetings.filter.all"));
        stage.setLabel(text("meetings.filter.stage"));
        stage.setItems(Stage.values());
        stage.setItemLabelGenerator(one -> one == null ? text("meetings.filter.all") : text("meetings.stage." + one));
        stage.setEmptySelectionAllowed(true);
        stage.setEmptySelectionCaption(text("meetings.filter.all"));
        organisation.setItems(organisations);
        organisation.setItemLabelGenerator(OrganisationCard::name);
        organisation.setClearButtonVisible(true);
        organisation.setPlaceholder(text("meetings.filter.all"));
        mine.setValue(now.mine());
        kind.setValue(now.kind());
        stage.setValue(now.stage());
        organisation.setValue(organisations.stream()
                .filter(one -> one.id().equals(now.organisation()))
                .findFirst()
                .orElse(null));
        mine.addValueChangeListener(e -> choose());
        kind.addValueChangeListener(e -> choose());
        organisation.addValueChangeListener(e -> choose());
        stage.addValueChangeListener(e -> choose());
        Div fields = new Div(mine, kind, organisation, stage);
        fields.addClassName("cv-meeting-row");
        add(fields);
        if (now.size() > 0) {
            add(Buttons.quiet(text("meetings.filter.none"), () -> chosen.accept(MeetingFilter.NONE)));
        }
    }

    private void choose() {
        @Nullable OrganisationCard whose = organisation.getValue();
        chosen.accept(new MeetingFilter(
                mine.getValue(), kind.getValue(), whose == null ? null : whose.id(), stage.getValue()));
    }
}
