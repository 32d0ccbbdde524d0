package org.convive.meetings.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Draws the strokes of a signature, straight lines in a field of 600 by 200. */
final class Strokes {
    private static final Pattern STEP = Pattern.compile("([ML])(\\d{1,3}) (\\d{1,3})");

    private Strokes() {}

    /** The signature as a picture for the src of an img element. */
    static String picture(String strokes) {
        var image = new BufferedImage(600, 200, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 600, 200);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(Color.BLACK);
        pen.draw(path(strokes));
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static Path2D path(String strokes) {
        var path = new Path2D.Double();
        Matcher step = STEP.matcher(strokes);
        boolean begun = false;
        while (step.find()) {
            double x = Integer.parseInt(step.group(2));
            double y = Integer.parseInt(step.group(3));
            if ("M".equals(step.group(1)) || !begun) {
                path.moveTo(x, y);
                begun = true;
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
