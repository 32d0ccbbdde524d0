package org.convive.paper;

/** The sheets that we print on. */
public enum PaperSize {
    /** Upright, with the title and the number of the page at the foot. */
    A4("size: A4; margin: 20mm 18mm 22mm;"),
    /** Lying, for wide tables; with the same foot. */
    A4_WIDE("size: A4 landscape; margin: 16mm 14mm 20mm;"),
    /** A label to stick on a machine: 105 by 74 mm, without a foot. */
    LABEL("size: 105mm 74mm; margin: 6mm;");

    private final String css;

    PaperSize(String css) {
        this.css = css;
    }

    String css() {
        return css;
    }

    boolean hasFoot() {
        return this != LABEL;
    }
}
