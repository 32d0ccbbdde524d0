package org.convive.newsletter.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.convive.identity.Actor;
import org.convive.newsletter.Draft;
import org.convive.newsletter.IssueDesk;
import org.convive.newsletter.NewsletterService;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;

/** What the letter was, sitting by sitting; one of them can be brought back, which can be undone as well. */
class HistoryDialog extends Dialog {
    private final transient Actor actor;
    private final transient IssueDesk desk;
    private final transient NewsletterService newsletter;
    private final long issue;
    private final IFrame mail = new IFrame();
    private final SerializableConsumer<Draft> restore;

    HistoryDialog(
            Actor actor,
            IssueDesk desk,
            NewsletterService newsletter,
            long issue,
            SerializableConsumer<Draft> restore) {
        this.actor = actor;
        this.desk = desk;
        this.newsletter = newsletter;
        this.issue = issue;
        this.restore = restore;
        setHeaderTitle(getTranslation("newsletter.history"));
        setWidth("980px");
        mail.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        mail.setTitle(getTranslation("newsletter.preview.mail"));
        mail.addClassName("cv-nl-mail");
        List<IssueDesk.Sitting> sittings = desk.history(actor, issue);
        if (sittings.isEmpty()) {
            add(new Paragraph(getTranslation("newsletter.history.empty")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("cv-nl-sittings");
            list.getElement().setAttribute("role", "list");
            sittings.forEach(sitting -> list.add(row(sitting)));
            Div columns = new Div(list, mail);
            columns.addClassName("cv-nl-history");
            add(columns);
            look(sittings.getFirst());
        }
        getFooter().add(Buttons.plain(getTranslation("newsletter.close"), this::close));
    }

    private ListItem row(IssueDesk.Sitting sitting) {
        Dates dates = Dates.of(getLocale(), actor.zone());
        Span when = new Span(dates.dayAndTime(sitting.changed()));
        when.addClassName("cv-strong");
        Span who = new Span(sitting.writer());
        who.addClassNames("cv-q", "cv-small");
        NativeButton look = new NativeButton();
        look.add(when, who);
        look.addClassName("cv-nl-sitting");
        look.addClickListener(event -> look(sitting));
        return new ListItem(
                look,
                Buttons.icon(
                        CvIcon.UNDO,
                        getTranslation("newsletter.history.restore", dates.dayAndTime(sitting.changed())),
                        () -> {
                            close();
                            restore.accept(desk.remembered(actor, issue, sitting.id()));
                        }));
    }

    private void look(IssueDesk.Sitting sitting) {
        mail.setSrcdoc(newsletter.preview(actor, issue, desk.remembered(actor, issue, sitting.id())));
    }
}
