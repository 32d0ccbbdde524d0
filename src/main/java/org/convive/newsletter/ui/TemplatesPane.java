package org.convive.newsletter.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Look;
import org.convive.newsletter.Template;
import org.convive.newsletter.Templates;
import org.convive.shared.InvalidInput;
import org.convive.shared.StaleEdit;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.FormErrors;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** The templates beside the usual one: added, changed, put away. */
class TemplatesPane extends Pane {
    private final transient Actor actor;
    private final transient Templates templates;
    private final transient Pictures pictures;

    TemplatesPane(Actor actor, Templates templates, Pictures pictures) {
        this.actor = actor;
        this.templates = templates;
        this.pictures = pictures;
        setTitle(new H2(getTranslation("newsletter.templates")));
        show();
    }

    private void show() {
        removeAll();
        Paragraph sentence = new Paragraph(getTranslation("newsletter.templates.sentence"));
        sentence.addClassName("cv-q");
        Div content = new Div(sentence);
        content.addClassName("cv-stack");
        List<Templates.Kept> all = templates.all(actor);
        if (all.isEmpty()) {
            content.add(new Paragraph(getTranslation("newsletter.templates.empty")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("cv-nl-rows");
            list.getElement().setAttribute("role", "list");
            all.forEach(kept -> list.add(row(kept)));
            content.add(list);
        }
        content.add(new Div(Buttons.plain(getTranslation("newsletter.templates.add"), CvIcon.PLUS, this::add)));
        add(content);
    }

    private ListItem row(Templates.Kept kept) {
        String title = kept.template().name();
        Span name = new Span(title);
        name.addClassName("cv-strong");
        Div words = new Div(name);
        words.addClassNames("cv-grow", "cv-nl-row-words");
        return new ListItem(
                TemplateFields.swatch(kept.template().accent()),
                words,
                Buttons.icon(
                        CvIcon.PENCIL,
                        getTranslation("newsletter.templates.change", title),
                        () -> ask(
                                getTranslation("newsletter.templates.change", title),
                                kept.template(),
                                changed -> templates.change(actor, kept.id(), changed, kept.version()))),
                Buttons.icon(CvIcon.TRASH, getTranslation("newsletter.templates.put-away", title), () -> {
                    templates.putAway(actor, kept.id());
                    show();
                    Toasts.undo(getTranslation("newsletter.templates.put-away.done"), () -> {
                        templates.bringBack(actor, kept.id());
                        show();
                    });
                }));
    }

    private void add() {
        ask(
                getTranslation("newsletter.templates.add"),
                new Template("", Look.Accent.COBALT, null, "", ""),
                template -> templates.add(actor, template));
    }

    private void ask(String title, Template template, Consumer<Template> keep) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth("640px");
        TextField name = Fields.text(getTranslation("newsletter.templates.name"), 100);
        name.setWidthFull();
        name.setValue(template.name());
        TemplateFields fields = new TemplateFields(actor, pictures, template);
        dialog.add(name, fields);
        dialog.getFooter()
                .add(
                        Buttons.plain(getTranslation("newsletter.templates.cancel"), dialog::close),
                        Buttons.primary(getTranslation("newsletter.templates.keep"), CvIcon.CHECK, () -> {
                            try {
                                keep.accept(fields.read(name.getValue()));
                                dialog.close();
                                show();
                                Toasts.say(getTranslation("newsletter.look.saved"));
                            } catch (InvalidInput e) {
                                var named = fields.named();
                                named.put("name", name);
                                FormErrors.show(e, named);
                            } catch (StaleEdit e) {
                                Toasts.sorry(getTranslation("newsletter.look.stale"));
                            }
                        }));
        dialog.open();
    }
}
