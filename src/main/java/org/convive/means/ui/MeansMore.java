package org.convive.means.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import org.convive.directory.DirectoryQueries;
import org.convive.identity.Actor;
import org.convive.means.Lending;
import org.convive.means.Lengths;
import org.convive.means.Means;
import org.convive.means.MeansDetail;
import org.convive.means.catalogue.Certificates;
import org.convive.means.catalogue.Documents;
import org.convive.means.catalogue.FairShare;
import org.convive.means.catalogue.MeansPapers;
import org.convive.paper.QrCode;
import org.convive.shared.Message;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Dates;
import org.convive.uikit.Facts;
import org.convive.uikit.Links;
import org.convive.uikit.MapView;
import org.convive.uikit.Markdown;
import org.convive.uikit.Pane;
import org.convive.uikit.Pigment;

/** The further panes of a means' page: how it is lent, who had how much, terms, files, its place, its label. */
@org.springframework.stereotype.Component
class MeansMore {
    private final FairShare shares;
    private final Documents documents;
    private final Certificates certificates;
    private final MeansPapers papers;
    private final DirectoryQueries directory;

    MeansMore(
            FairShare shares,
            Documents documents,
            Certificates certificates,
            MeansPapers papers,
            DirectoryQueries directory) {
        this.shares = shares;
        this.documents = documents;
        this.certificates = certificates;
        this.papers = papers;
        this.directory = directory;
    }

    /** @param reload shows the page anew after a change */
    Div of(Actor actor, MeansDetail detail, Runnable reload) {
        Div all = new Div();
        all.addClassName("cv-stack");
        Means means = detail.means();
        Facts lending = lending(detail);
        if (lending.getChildren().findAny().isPresent()) {
            all.add(new Pane(text(all, "means.form.lending"), lending));
        }
        if (detail.asksTerms() || detail.termsId() != null) {
            all.add(terms(actor, detail));
        }
        all.add(share(actor, means));
        boolean owner = actor.maySpeakFor(means.owner());
        List<Documents.Line> files = documents.of(actor, means.id());
        if (owner || !files.isEmpty()) {
            all.add(new Pane(
                    text(all, "means.documents.title"),
                    new DocumentList(
                            actor,
                            files,
                            owner,
                            owner,
                            (name, bytes) -> documents.attach(actor, means.id(), name, bytes),
                            id -> documents.remove(actor, id),
                            reload)));
        }
        if (owner && !means.lending().certificate().isBlank()) {
            all.add(new CertificatesPane(actor, means, certificates, directory, reload));
        }
        if (means.at() != null) {
            all.add(place(all, means));
        }
        all.add(label(actor, means));
        return all;
    }

    private static Facts lending(MeansDetail detail) {
        Facts facts = new Facts();
        Lending lending = detail.means().lending();
        if (!detail.contact().isBlank()) {
            facts.with(CvIcon.PHONE, detail.contact());
        }
        if (detail.means().capacity() != null) {
            facts.with(
                    CvIcon.USERS,
                    text(facts, "means.lending.capacity", detail.means().capacity()));
        }
        if (lending.chosenOnly()) {
            facts.with(CvIcon.LOCK, text(facts, "means.lending.chosen"));
        }
        if (lending.approval()) {
            facts.with(
                    CvIcon.HANDSHAKE, text(facts, Lengths.message("means.lending.approval", lending.answerWithin())));
        }
        if (!lending.certificate().isBlank()) {
            facts.with(CvIcon.AWARD, text(facts, "means.lending.certificate", lending.certificate()));
        }
        if (lending.quota() != null) {
            facts.with(
                    CvIcon.CHART,
                    text(facts, "means.lending.quota", lending.quota().toHours()));
        }
        if (!lending.freeCancelling().isZero()) {
            facts.with(CvIcon.UNDO, text(facts, Lengths.message("means.lending.cancel", lending.freeCancelling())));
        }
        if (!lending.deposit().isBlank()) {
            facts.with(CvIcon.KEY, text(facts, "means.lending.deposit", lending.deposit()));
        }
        return facts;
    }

    private static Pane terms(Actor actor, MeansDetail detail) {
        Pane pane = new Pane();
        pane.setTitle(new H2(text(pane, "means.form.terms.title")));
        if (detail.asksTerms()) {
            pane.add(new Markdown(detail.terms()));
        }
        if (detail.termsId() != null) {
            pane.add(file(MeansPath.terms(actor, detail.termsId()), text(pane, "means.terms.print")));
        }
        return pane;
    }

    /** How much each company has of it this quarter, beside its fair part; a list with bars. */
    private Pane share(Actor actor, Means means) {
        FairShare.Share share = shares.of(actor, means.id());
        Dates dates = Dates.of(actor.locale(), means.rules().zone());
        long fair = share.fair().toHours();
        UnorderedList list = new UnorderedList();
        list.addClassName("cv-means-shares");
        list.getElement().setAttribute("role", "list");
        long most = Math.max(
                1,
                share.parts().stream()
                        .mapToLong(one -> one.used().toHours())
                        .max()
                        .orElse(0));
        for (FairShare.Part part : share.parts()) {
            Span bar = new Span();
            bar.addClassName("cv-means-load");
            bar.getStyle().set("--taken", Math.min(100, part.used().toHours() * 100 / most) + "%");
            Span name = new Span(part.name());
            name.addClassName("cv-grow");
            Span hours = new Span(
                    text(list, "means.share.hours", dates.number(part.used().toMinutes() / 60.0)));
            hours.addClassName("cv-num");
            list.add(new ListItem(name, bar, hours));
        }
        Pane pane = new Pane(
                text(list, "means.share.title"),
                new Paragraph(text(
                        list,
                        share.parts().isEmpty() ? "means.share.nobody" : "means.share.sentence",
                        dates.number(fair))));
        pane.add(list);
        return pane;
    }

    private static Pane place(Component here, Means means) {
        MapView map = new MapView();
        map.addClassName("cv-means-map");
        var at = Objects.requireNonNull(means.at());
        map.setMarkers(List.of(MapView.Marker.of(
                means.id().toString(),
                means.name(),
                means.place(),
                at.latitude(),
                at.longitude(),
                Pigment.SEA,
                MeansPath.icon(means.kind()))));
        return new Pane(text(here, "means.form.place"), map, new Paragraph(means.place()));
    }

    private Pane label(Actor actor, Means means) {
        Image code = new Image(QrCode.of(papers.address(actor, means)).dataUri(), "");
        code.addClassName("cv-means-code");
        Pane pane = new Pane();
        pane.setTitle(new H2(text(pane, "means.label.title")));
        pane.add(
                code,
                new Paragraph(text(pane, "means.label.sentence")),
                file(MeansPath.of(actor, means.id()) + "/label.pdf", text(pane, "means.label.print")));
        return pane;
    }

    private static Anchor file(String address, String words) {
        Anchor link = Links.button(address, words, CvIcon.DOWNLOAD);
        link.setRouterIgnore(true);
        return link;
    }

    private static String text(Component here, String key, Object... args) {
        return here.getTranslation(key, args);
    }

    private static String text(Component here, Message message) {
        return here.getTranslation(message.key(), message.args().toArray());
    }
}
