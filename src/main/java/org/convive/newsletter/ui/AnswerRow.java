package org.convive.newsletter.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.convive.identity.Actor;
import org.convive.newsletter.Block;
import org.convive.newsletter.Issue;
import org.convive.newsletter.IssueAnswers;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Toasts;

/** What a reader can say to a block on the portal, as by the buttons of the mail; saved at once. */
class AnswerRow extends Div {
    private final transient Actor actor;
    private final transient Issue issue;
    private final transient Block block;
    private final transient IssueAnswers answers;

    /** @param said the reader's answers to the letter, as {@link IssueAnswers#mine} tells them */
    AnswerRow(Actor actor, Issue issue, Block block, IssueAnswers answers, Set<String> said) {
        this.actor = actor;
        this.issue = issue;
        this.block = block;
        this.answers = answers;
        addClassNames("cv-row", "cv-nl-answers");
        show(said);
    }

    private void show(Set<String> said) {
        removeAll();
        block.answers().stream().sorted().forEach(answer -> add(button(answer, said.contains(key(answer)))));
    }

    private String key(Block.Answer answer) {
        return IssueAnswers.key(block.id(), answer);
    }

    private Button button(Block.Answer answer, boolean said) {
        Button button = Buttons.plain(
                getTranslation(Kinds.key(answer)),
                said ? CvIcon.CHECK : CvIcon.MESSAGE_CIRCLE,
                () -> choose(answer, !said));
        button.getElement().setAttribute("aria-pressed", Boolean.toString(said));
        button.setClassName("cv-nl-thanked", said);
        return button;
    }

    private void choose(Block.Answer answer, boolean said) {
        if (said) {
            boolean told = answers.answer(actor, issue.id(), block.id(), answer);
            String words = getTranslation(
                    told ? "newsletter.answer.told" : "newsletter.answer.done." + answer,
                    issue.summary().authorName());
            if (told) {
                Toasts.say(words);
            } else {
                Toasts.undo(words, () -> choose(answer, false));
            }
        } else {
            answers.takeBack(actor, issue.id(), block.id(), answer);
        }
        show(answers.mine(actor, issue.id()));
    }
}
