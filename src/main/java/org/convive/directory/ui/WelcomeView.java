package org.convive.directory.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convive.directory.ClusterQueries;
import org.convive.directory.ClusterQueries.ClusterCard;
import org.convive.directory.JoinRequests;
import org.convive.directory.JoinRequests.Request;
import org.convive.directory.JoinRequests.Status;
import org.convive.identity.Accounts;
import org.convive.identity.CurrentUser;
import org.convive.identity.Membership;
import org.convive.identity.Memberships;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.convive.uikit.Buttons;
import org.convive.uikit.CvIcon;
import org.convive.uikit.Fields;
import org.convive.uikit.Links;
import org.convive.uikit.PageHeader;
import org.convive.uikit.Pane;
import org.convive.uikit.Toasts;

/** For somebody who belongs to no cluster yet: choose one, ask to join, see what became of it. */
@Route("welcome")
@PermitAll
@StyleSheet("convive/directory.css")
class WelcomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient CurrentUser currentUser;
    private final transient Accounts accounts;
    private final transient Memberships memberships;
    private final transient ClusterQueries clusters;
    private final transient JoinRequests requests;
    private final Div pending = new Div();
    private final ComboBox<ClusterCard> cluster = new ComboBox<>(getTranslation("directory.field.cluster"));
    private final TextField organisation = Fields.text(getTranslation("directory.field.organisation"), 200);
    private final TextArea message = Fields.area(getTranslation("directory.field.message"), 500);

    WelcomeView(
            CurrentUser currentUser,
            Accounts accounts,
            Memberships memberships,
            ClusterQueries clusters,
            JoinRequests requests) {
        this.currentUser = currentUser;
        this.accounts = accounts;
        this.memberships = memberships;
        this.clusters = clusters;
        this.requests = requests;
        addClassName("cv-page");
        pending.addClassName("cv-stack");
        cluster.setItemLabelGenerator(ClusterCard::name);
        cluster.setPlaceholder(getTranslation("directory.field.cluster.placeholder"));
        message.setHelperText(getTranslation("directory.field.message.help"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var user = currentUser.require();
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("cluster")
                .orElse("");
        List<ClusterCard> choices = new ArrayList<>(clusters.publicClusters());
        if (choices.stream().noneMatch(card -> card.slug().equals(asked))) {
            clusters.named(asked).ifPresent(choices::add);
        }
        cluster.setItems(choices);
        choices.stream().filter(card -> card.slug().equals(asked)).findFirst().ifPresent(cluster::setValue);
        List<Membership> mine = memberships.of(user.personId());
        String firstName = accounts.get(user.personId()).name().strip().split("\\s+", 2)[0];
        removeAll();
        add(
                new PageHeader(
                                getTranslation("directory.welcome.title", firstName),
                                getTranslation(
                                        mine.isEmpty() ? "directory.welcome.sentence" : "directory.welcome.another"))
                        .display()
                        .valley(user.personId().value()),
                clustersOf(mine),
                pending,
                form());
        showPending();
    }

    private Div clustersOf(List<Membership> mine) {
        Div links = new Div();
        links.addClassName("cv-row");
        mine.forEach(membership ->
                links.add(Links.button("c/" + membership.slug(), membership.clusterName(), CvIcon.ARROW_RIGHT)));
        links.setVisible(!mine.isEmpty());
        return links;
    }

    private Pane form() {
        Div fields = new Div(cluster, organisation, message);
        fields.addClassName("cv-dir-form");
        return new Pane(
                getTranslation("directory.welcome.ask"),
                fields,
                Buttons.primary(getTranslation("directory.welcome.ask-deed"), CvIcon.SEND, this::ask));
    }

    private void ask() {
        Map<String, HasValidationProperties> fields =
                Map.of("cluster", cluster, "organisation", organisation, "message", message);
        if (Saving.run(fields, this::send)) {
            organisation.clear();
            message.clear();
            showPending();
            Toasts.say(getTranslation("directory.welcome.asked"));
        }
    }

    private void send() {
        ClusterCard chosen = cluster.getValue();
        if (chosen == null) {
            throw new InvalidInput("cluster", Message.of("shared.error.required"));
        }
        requests.ask(currentUser.require(), chosen.slug(), organisation.getValue(), message.getValue());
    }

    private void showPending() {
        pending.removeAll();
        requests.mine(currentUser.require()).stream()
                .filter(request -> request.status() == Status.PENDING || request.status() == Status.DECLINED)
                .limit(5)
                .forEach(request -> pending.add(pane(request)));
    }

    private Pane pane(Request request) {
        boolean waits = request.status() == Status.PENDING;
        Paragraph state = new Paragraph(getTranslation(
                waits ? "directory.welcome.pending" : "directory.welcome.declined", request.clusterName()));
        Pane pane = Pane.small(request.clusterName(), state);
        if (waits) {
            pane.hot();
            pane.add(Buttons.plain(getTranslation("directory.welcome.withdraw"), () -> {
                requests.withdraw(currentUser.require(), request.id());
                showPending();
                Toasts.undo(getTranslation("directory.welcome.withdrawn"), () -> {
                    requests.ask(currentUser.require(), request.slug(), request.organisation(), request.message());
                    showPending();
                });
            }));
        }
        return pane;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directory.welcome.page-title");
    }
}
