package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.newsletter.IssueAnswers;
import org.convive.newsletter.IssueNumbers;
import org.convive.uikit.ChartView;
import org.convive.uikit.Dates;
import org.convive.uikit.FigureTile;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;
import org.convive.uikit.Pigment;

/** How a letter was received: counts only, over its first two weeks, and who answered it. */
class NumbersPane extends Pane {
    NumbersPane(
            Actor actor,
            IssueNumbers.Numbers numbers,
            List<IssueAnswers.PerBlock> perBlock,
            List<IssueAnswers.Said> said) {
        setTitle(new H2(getTranslation("newsletter.numbers")));
        int answers =
                numbers.answers().values().stream().mapToInt(Integer::intValue).sum();
        Div tiles = new Div(
                new FigureTile(Integer.toString(numbers.delivered()), getTranslation("newsletter.numbers.delivered")),
                new FigureTile(Integer.toString(numbers.read()), getTranslation("newsletter.numbers.read")),
                new FigureTile(Integer.toString(answers), getTranslation("newsletter.numbers.answers")),
                new FigureTile(Integer.toString(numbers.left()), getTranslation("newsletter.numbers.left")));
        tiles.addClassName("cv-nl-numbers");
        Paragraph honest = new Paragraph(getTranslation("newsletter.numbers.honest"));
        honest.addClassNames("cv-q", "cv-small");
        add(tiles, honest);
        if (numbers.read() + answers + numbers.left() > 0) {
            add(chart(numbers, answers));
        }
        if (!perBlock.isEmpty()) {
            add(parts(perBlock));
        }
        if (!said.isEmpty()) {
            add(names(actor, said));
        }
    }

    private ChartView chart(IssueNumbers.Numbers numbers, int answers) {
        List<String> days = IntStream.rangeClosed(1, numbers.days().size())
                .mapToObj(day -> getTranslation("newsletter.numbers.day", day))
                .toList();
        return ChartView.line(
                getTranslation("newsletter.numbers.finding", numbers.read(), answers),
                days,
                List.of(
                        series("newsletter.numbers.read", numbers, IssueNumbers.Day::read, Pigment.SEA),
                        series("newsletter.numbers.answers", numbers, IssueNumbers.Day::answers, Pigment.AMBER),
                        series("newsletter.numbers.left", numbers, IssueNumbers.Day::left, Pigment.RUBY)));
    }

    private ChartView.Series series(
            String key, IssueNumbers.Numbers numbers, ToDoubleFunction<IssueNumbers.Day> count, Pigment pigment) {
        return new ChartView.Series(
                getTranslation(key),
                numbers.days().stream().map(count::applyAsDouble).toList(),
                pigment);
    }

    /** What each part of the letter brought, in its order. */
    private Div parts(List<IssueAnswers.PerBlock> perBlock) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-nl-said");
        list.getElement().setAttribute("role", "list");
        perBlock.forEach(part -> {
            Span about = new Span(part.about().isBlank() ? getTranslation("newsletter.numbers.part") : part.about());
            about.addClassName("cv-strong");
            String counts = part.answers().entrySet().stream()
                    .map(count -> getTranslation("newsletter.numbers.said." + count.getKey(), count.getValue()))
                    .collect(Collectors.joining(" · "));
            list.add(new ListItem(about, new Span(counts)));
        });
        H2 heading = new H2(getTranslation("newsletter.numbers.parts"));
        heading.addClassName("cv-nl-heading");
        return new Div(heading, list);
    }

    private Div names(Actor actor, List<IssueAnswers.Said> said) {
        Dates dates = Dates.of(getLocale(), actor.zone());
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-nl-said");
        list.getElement().setAttribute("role", "list");
        said.forEach(one -> {
            Span words = new Span(getTranslation("newsletter.said." + one.answer(), one.about()));
            Span when = new Span(dates.dayAndTime(one.at()));
            when.addClassNames("cv-q", "cv-small");
            list.add(new ListItem(Links.to("mailto:" + one.email(), one.name()), words, when));
        });
        H2 heading = new H2(getTranslation("newsletter.said"));
        heading.addClassName("cv-nl-heading");
        return new Div(heading, list);
    }
}
