package org.convive.uikit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;

/** A small glass study that stands in for a photograph, chosen from an id. */
public class Study extends Div {

    /** What is drawn. */
    public enum Motif {
        TUMBLERS,
        BOTTLES,
        SHEETS,
        MOULDS,
        GOB,
        RIVER
    }

    public Study(long id) {
        this(Motif.values()[(int) Math.floorMod(id, (long) Motif.values().length)]);
    }

    public Study(Motif motif) {
        addClassNames("cv-thumb", "cv-study");
        getElement().setAttribute("aria-hidden", "true");
        add(new Svg("<svg viewBox=\"0 0 80 80\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">"
                + "<rect width=\"80\" height=\"80\" style=\"fill:var("
                + (motif == Motif.GOB ? "--cv-ember-soft" : "--cv-glass-tint") + ")\"/>" + drawing(motif) + "</svg>"));
    }

    private static String drawing(Motif motif) {
        return switch (motif) {
            case TUMBLERS ->
                group("<circle cx=\"28.8\" cy=\"33.6\" r=\"21.6\"" + ink("sea", ".5")
                        + "<circle cx=\"49.6\" cy=\"44.8\" r=\"20\"" + ink("amber", ".55")
                        + "<circle cx=\"28.8\" cy=\"33.6\" r=\"15.2\" class=\"cv-line\"/>"
                        + "<circle cx=\"49.6\" cy=\"44.8\" r=\"13.6\" class=\"cv-line\"/>"
                        + "<circle cx=\"40\" cy=\"68\" r=\"16\"" + ink("cobalt", ".28"));
            case BOTTLES ->
                group("<path d=\"M18.5 30.4h6.2v11.9c0 4.8 8.9 4 8.9 12V86H9.6V54.3c0-8 8.9-7.2 8.9-12z\""
                        + ink("sea", ".5")
                        + "<path d=\"M33.7 20.8h4.6V35c0 4.8 6.5 4 6.5 12v39H27.2V47c0-8 6.5-7.2 6.5-12z\""
                        + ink("amber", ".5")
                        + "<path d=\"M54.7 35.2h5.8V46c0 4.8 8.3 4 8.3 12v28H46.4V58c0-8 8.3-7.2 8.3-12z\""
                        + ink("bottle", ".45")
                        + "<path d=\"M68.3 27.2h4.2v12.7c0 4.8 5.9 4 5.9 12V86h-16V51.9c0-8 5.9-7.2 5.9-12z\""
                        + ink("cobalt", ".35"));
            case SHEETS ->
                group(
                        "<rect x=\"12.8\" y=\"12.8\" width=\"28.8\" height=\"56\" rx=\"6\" transform=\"rotate(-14 40 72)\""
                                + ink("sea", ".42")
                                + "<rect x=\"26.4\" y=\"12.8\" width=\"28.8\" height=\"56\" rx=\"6\" transform=\"rotate(2 40 72)\""
                                + ink("bottle", ".3")
                                + "<rect x=\"40\" y=\"12.8\" width=\"28.8\" height=\"56\" rx=\"6\" transform=\"rotate(17 40 72)\""
                                + ink("amber", ".45"));
            case MOULDS ->
                group("<rect x=\"9.6\" y=\"16\" width=\"28.8\" height=\"52.8\" rx=\"8\"" + ink("cobalt", ".3")
                        + "<rect x=\"41.6\" y=\"16\" width=\"28.8\" height=\"52.8\" rx=\"8\"" + ink("sea", ".42")
                        + "<path d=\"M40 24h5.6v8c0 4 8 4 8 11.2v16H26.4v-16C26.4 36 34.4 36 34.4 32v-8z\""
                        + ink("amber", ".7"));
            case GOB ->
                group("<circle cx=\"40\" cy=\"49.6\" r=\"27.2\"" + ink("sea", ".38")
                                + "<path d=\"M40 6.4c2.4 17.6 13.6 24 13.6 38.4a13.6 13.6 0 0 1-27.2 0C26.4 30.4 37.6 24 40 6.4z\" "
                                + "opacity=\".85\" class=\"cv-shape\" style=\"fill:var(--cv-ember)\"/>")
                        + "<circle cx=\"35.2\" cy=\"44\" r=\"2.8\" fill=\"#fff\" opacity=\".8\"/>";
            case RIVER ->
                group(
                        "<path d=\"M0 40q20-24 40-8t40-9.6V80H0z\"" + ink("sea", ".4")
                                + "<path d=\"M0 56q24-17.6 44-4t36-8V80H0z\"" + ink("cobalt", ".28")
                                + "<circle cx=\"57.6\" cy=\"20.8\" r=\"10.4\" opacity=\".85\" style=\"fill:var(--cv-p-amber)\"/>");
        };
    }

    private static String group(String shapes) {
        return "<g class=\"cv-mul\">" + shapes + "</g>";
    }

    private static String ink(String pigment, String opacity) {
        return " opacity=\"" + opacity + "\" class=\"cv-shape\" style=\"fill:var(--cv-p-" + pigment + ")\"/>";
    }
}
