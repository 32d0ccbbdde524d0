package org.convive.uikit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.Random;

/** The valley: layered panes of glass, a sun and a works, generated from a seed, coloured by tokens. */
public class Valley extends Div {
    private static final int WIDTH = 1160;
    private static final int HEIGHT = 330;
    private static final int LAYERS = 5;

    public Valley(long seed) {
        addClassName("cv-valley");
        getElement().setAttribute("aria-hidden", "true");
        add(new Svg(draw(seed)));
    }

    static String draw(long seed) {
        Random random = new Random(seed * 2654435761L + 17);
        String id = "va" + Long.toHexString(seed & 0xffffff);
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"xMidYMin slice\" aria-hidden=\"true\"><defs>");
        for (int i = 0; i < LAYERS; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<linearGradient id=\"%s%d\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">"
                            + "<stop offset=\"0\" style=\"stop-color:var(--cv-v%d)\" stop-opacity=\".82\"/>"
                            + "<stop offset=\"1\" style=\"stop-color:var(--cv-v%d)\" stop-opacity=\".12\"/></linearGradient>",
                    id,
                    i,
                    i + 1,
                    i + 1));
        }
        svg.append("<radialGradient id=\"").append(id).append("s\">");
        for (String stop : new String[] {"0 .55", ".35 .18", "1 0"}) {
            String[] at = stop.split(" ");
            svg.append("<stop offset=\"")
                    .append(at[0])
                    .append("\" style=\"stop-color:var(--cv-ember)\" stop-opacity=\"");
            svg.append(at[1]).append("\"/>");
        }
        svg.append("</radialGradient></defs>");
        double sun = 680 + random.nextInt(160);
        svg.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.0f\" cy=\"56\" r=\"205\" fill=\"url(#%ss)\"/>"
                        + "<circle cx=\"%.0f\" cy=\"56\" r=\"23\" opacity=\".95\" style=\"fill:var(--cv-ember)\"/>",
                sun,
                id,
                sun));
        double works = 820 + random.nextInt(120);
        for (int i = 0; i < LAYERS; i++) {
            if (i == 3) {
                svg.append(works(works, 150));
            }
            svg.append(layer(random, id, i));
        }
        return svg.append("</svg>").toString();
    }

    private static String layer(Random random, String id, int i) {
        double base = 54 + i * 28;
        double swing = 18 + random.nextDouble() * 10;
        double length = 150 + random.nextDouble() * 70;
        double phase = random.nextDouble() * Math.PI * 2;
        StringBuilder line = new StringBuilder();
        for (int x = -40; x <= WIDTH + 40; x += 20) {
            double y =
                    base + swing * Math.sin(x / length + phase) + swing * .4 * Math.sin(x / length * 1.9 + phase * 2);
            line.append(String.format(Locale.ROOT, "%s%d %.1f", x == -40 ? "M" : "L", x, y));
        }
        return "<path d=\"" + line + "V" + (HEIGHT + 10) + "H-40z\" fill=\"url(#" + id + i + ")\"/><path d=\"" + line
                + "\" fill=\"none\" stroke-width=\"1.2\" stroke-linejoin=\"round\" style=\"stroke:var(--cv-v-light)\"/>";
    }

    private static String works(double x, double y) {
        return String.format(
                Locale.ROOT,
                "<g transform=\"translate(%.0f %.0f)\"><g fill-opacity=\".55\" style=\"fill:var(--cv-v4);stroke:var(--cv-v-light)\">"
                        + "<path d=\"M0 30V-12l20-12v12l20-12v12l20-12v12l20-12v34V30z\"/><path d=\"M88 30v-92h9v92z\"/>"
                        + "<path d=\"M106 30v-74h7v74z\"/></g><circle cx=\"92.5\" cy=\"-68\" r=\"3\" opacity=\".9\" "
                        + "style=\"fill:var(--cv-ember)\"/></g>",
                x,
                y);
    }
}
