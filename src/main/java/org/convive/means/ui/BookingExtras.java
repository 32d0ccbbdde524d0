package org.convive.means.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.convive.identity.Actor;
import org.convive.means.BookingRequest;
import org.convive.means.Lengths;
import org.convive.means.MeansDetail;
import org.convive.shared.Message;
import org.convive.uikit.Fields;
import org.convive.uikit.Markdown;
import org.convive.uikit.Notice;
import org.convive.uikit.Toasts;

/** What a booking needs beside what and when: a word, a cost code, files, the owner's terms accepted. */
class BookingExtras extends Div {
    private final transient Actor actor;
    private final TextArea purpose = Fields.area(getTranslation("means.panel.purpose"), 500);
    private final TextField costCode = Fields.text(getTranslation("means.panel.cost-code"), 60);
    private final Div terms = new Div();
    private final Checkbox accepted = new Checkbox(getTranslation("means.terms.accept"));
    private final FilesToSend files = new FilesToSend();
    private transient List<MeansDetail> details = List.of();

    BookingExtras(Actor actor) {
        this.actor = actor;
        addClassName("cv-stack");
        terms.addClassName("cv-stack");
        Details account = new Details(getTranslation("means.panel.accounts"), costCode, files);
        add(purpose, account, terms);
    }

    /** Keeps the files that were added with what was just booked, and says so where one cannot be kept. */
    void send(BiConsumer<String, byte[]> keep) {
        Message refused = files.send(keep);
        if (refused != null) {
            Toasts.sorry(getTranslation(refused.key(), refused.args().toArray()));
        }
    }

    /** Shows what the owners of these means ask for. */
    void show(List<MeansDetail> some) {
        if (some.stream()
                .map(MeansDetail::termsId)
                .toList()
                .equals(details.stream().map(MeansDetail::termsId).toList())) {
            details = some;
            return;
        }
        details = some;
        terms.removeAll();
        accepted.setValue(false);
        some.stream().filter(this::mustAsk).findFirst().ifPresent(one -> {
            Message within = Lengths.message(
                    "means.panel.owner-answers", one.means().lending().answerWithin());
            terms.add(Notice.glass(
                    new Paragraph(getTranslation(within.key(), within.args().toArray()))));
        });
        List<MeansDetail> asking = some.stream().filter(MeansDetail::asksTerms).toList();
        asking.forEach(one -> terms.add(new Details(
                getTranslation(
                        "means.terms.of", one.means().ownerName(), one.means().name()),
                new Markdown(one.terms()))));
        if (!asking.isEmpty()) {
            terms.add(accepted);
        }
    }

    boolean mustAsk(MeansDetail one) {
        return actor.organisation() != null
                && one.means()
                        .lending()
                        .mustAsk(actor.organisation(), one.means().owner());
    }

    /** The request with what was typed and accepted here. */
    BookingRequest complete(BookingRequest request) {
        Long read = details.stream()
                .filter(one -> one.means().id().equals(request.means()) && one.asksTerms())
                .map(MeansDetail::termsId)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(id -> accepted.getValue())
                .orElse(null);
        return new BookingRequest(
                request.means(),
                request.from(),
                request.to(),
                request.units(),
                purpose.getValue(),
                costCode.getValue(),
                read,
                request.hold(),
                request.idempotencyKey(),
                request.unit());
    }

    Map<String, HasValidationProperties> fields() {
        var fields = new LinkedHashMap<String, HasValidationProperties>();
        fields.put("purpose", purpose);
        fields.put("costCode", costCode);
        fields.put("terms", accepted);
        return fields;
    }
}
