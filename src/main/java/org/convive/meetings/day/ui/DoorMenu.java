package org.convive.meetings.day.ui;

import static org.convive.meetings.ui.Say.text;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.day.DoorService;
import org.convive.meetings.ui.Say;
import org.convive.paper.QrCode;
import org.convive.shared.InvalidInput;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Toasts;

/** What one can do at the door besides noting people: the code, the papers, a word to all present. */
final class DoorMenu extends MenuBar {
    private final transient DoorService door;
    private final transient Actor actor;
    private final transient MeetingId meeting;

    DoorMenu(DoorService door, Actor actor, MeetingId meeting) {
        this.door = door;
        this.actor = actor;
        this.meeting = meeting;
        addClassName("cv-meeting-menu");
        addItem(text("meetings.day.code"), e -> code());
        MenuItem print = addItem(text("meetings.day.print"));
        SubMenu papers = print.getSubMenu();
        paper(papers, "badges.pdf", "meetings.papers.badges");
        paper(papers, "attendance.pdf", "meetings.papers.sheet");
        paper(papers, "poster.pdf", "meetings.papers.poster");
        MenuItem more = addItem(CvIcon.MORE.create());
        more.setAriaLabel(text("meetings.menu"));
        more.getSubMenu().addItem(text("meetings.day.message"), e -> message());
    }

    private void paper(SubMenu menu, String file, String key) {
        Anchor link = new Anchor(Say.href(actor, meeting) + "/" + file, text(key));
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        link.addClassName("cv-menu-link");
        menu.addItem(link);
    }

    private void code() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("meetings.day.code.title"));
        dialog.setWidth("min(520px, 100vw)");
        Div code = new Div(new Svg(QrCode.of(door.doorAddress(actor, meeting)).svg(text("meetings.day.code.title"))));
        code.addClassName("cv-qr");
        Paragraph sentence = new Paragraph(text("meetings.day.code.sentence"));
        sentence.addClassName("cv-q");
        dialog.add(sentence, code);
        dialog.getFooter().add(Buttons.plain(text("meetings.day.code.close"), dialog::close));
        dialog.open();
    }

    private void message() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("meetings.day.message"));
        dialog.setWidth("min(520px, 100vw)");
        TextArea words = Fields.area(text("meetings.day.message.text"), 2000);
        words.setWidthFull();
        words.setHelperText(text("meetings.day.message.help"));
        dialog.add(words);
        dialog.getFooter().add(Buttons.quiet(text("meetings.day.message.close"), dialog::close));
        dialog.getFooter().add(Buttons.primary(text("meetings.day.message.deed"), () -> {
            try {
                int told = door.message(actor, meeting, words.getValue());
                dialog.close();
                Toasts.say(text("meetings.day.message.done", told));
            } catch (InvalidInput e) {
                FormErrors.show(e, Map.of("text", words));
            }
        }));
        dialog.open();
    }
}
