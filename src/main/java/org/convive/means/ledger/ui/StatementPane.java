package org.convive.means.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.convive.identity.Actor;
import org.convive.shared.OrganisationId;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Links;
import org.convive.uikit.Pane;

/** A company's statement of a month: to read and keep, or for its accounts. */
class StatementPane extends Pane {
    private static final int MONTHS = 24;

    private final transient Actor actor;
    private final transient OrganisationId company;

    StatementPane(Actor actor, OrganisationId company, YearMonth month, YearMonth now) {
        this.actor = actor;
        this.company = company;
        Select<YearMonth> months = new Select<>();
        months.setLabel(getTranslation("means.ledger.month"));
        months.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        months.setItemLabelGenerator(each -> Dates.month(each.atDay(1), getLocale()));
        months.setValue(month.isAfter(now) || month.isBefore(now.minusMonths(MONTHS - 1L)) ? now : month);
        Anchor pdf = download(months.getValue(), "pdf");
        Anchor csv = download(months.getValue(), "csv");
        months.addValueChangeListener(e -> {
            pdf.setHref(LedgerPath.file(actor, company, e.getValue(), "pdf"));
            csv.setHref(LedgerPath.file(actor, company, e.getValue(), "csv"));
        });
        Div row = new Div(months, pdf, csv);
        row.addClassNames("cv-row", "cv-ledger-files");
        setTitle(new H2(getTranslation("means.ledger.statement")));
        add(new Paragraph(getTranslation("means.ledger.statement.sentence")), row);
    }

    private Anchor download(YearMonth month, String type) {
        Anchor link = Links.button(
                LedgerPath.file(actor, company, month, type),
                getTranslation("means.ledger.file." + type),
                CvIcon.DOWNLOAD);
        link.getElement().setAttribute("router-ignore", true);
        link.setDownload(true);
        return link;
    }
}
