package org.convive.meetings.ui;

import static org.convive.meetings.ui.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingPage;
import org.convive.meetings.MeetingStages;
import org.convive.meetings.planning.OptionDraft;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.Toasts;

/** Sets the date without asking which suits. */
final class SetDateDialog extends Dialog {
    SetDateDialog(MeetingStages stages, Actor actor, MeetingPage page, Runnable done) {
        setHeaderTitle(text("meetings.stages.set-date"));
        setWidth("min(520px, 100vw)");
        OptionsField time = new OptionsField(page.card().zone()).single().withHours();
        Paragraph sentence = new Paragraph(text("meetings.stages.set-date.sentence"));
        sentence.addClassName("cv-q");
        add(sentence, time);
        getFooter().add(Buttons.quiet(text("meetings.invite.close"), this::close));
        getFooter().add(Buttons.primary(text("meetings.stages.set-date.deed"), () -> {
            OptionDraft draft = time.drafts().getFirst();
            try {
                stages.setDate(actor, page.card().id(), draft.from(), draft.to());
                close();
                Toasts.say(text("meetings.form.scheduled"));
                done.run();
            } catch (InvalidInput e) {
                Map<String, Message> beside = new LinkedHashMap<>();
                beside.put("options.0", e.fields().values().iterator().next());
                time.show(new InvalidInput(beside));
            }
        }));
    }
}
