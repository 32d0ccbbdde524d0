package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;

/** A mail in a frame in which nothing can run; it stays where the writer scrolled it, or shows what they look at. */
class MailFrame extends Div {
    private final IFrame mail = new IFrame();
    private final Pre text = new Pre();

    MailFrame() {
        // Scripts, forms and other pages stay forbidden; the page around may scroll it.
        mail.setSandbox(IFrame.SandboxType.ALLOW_SAME_ORIGIN);
        mail.setTitle(getTranslation("newsletter.preview.mail"));
        mail.addClassName("cv-nl-mail");
        text.addClassName("cv-nl-text");
        text.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", getTranslation("newsletter.preview.text"));
        text.setVisible(false);
        add(mail, text);
    }

    /** The mail as programs with a light look show it, whatever the look of this browser. */
    void html(String html) {
        draw(html.replace("(prefers-color-scheme:dark)", "not all")
                .replace("color-scheme:light dark", "color-scheme:light")
                .replace("content=\"light dark\"", "content=\"light\""));
    }

    private void draw(String html) {
        text.setVisible(false);
        mail.setVisible(true);
        mail.setSrcdoc(html);
        mail.getElement().executeJs("""
                const before = this.contentDocument?.scrollingElement?.scrollTop ?? 0;
                this.onload = () => {
                  const page = this.contentDocument;
                  const marked = page?.querySelector('.marked');
                  if (marked) marked.scrollIntoView({ block: 'center' });
                  else if (page?.scrollingElement) page.scrollingElement.scrollTop = before;
                };""");
    }

    /** The mail as programs with a dark look show it, whatever the look of this browser. */
    void dark(String html) {
        draw(html.replace("(prefers-color-scheme:dark)", "all"));
    }

    void text(String plain) {
        mail.setVisible(false);
        text.setVisible(true);
        text.setText(plain);
    }
}
