package org.convive.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws flat faces for people who do not exist. Words choose: long, bun, curly, bob, short, bald; beard, glasses. */
final class Avatar {
    private static final int SIZE = 192;
    private static final Color[] GROUNDS = {
        new Color(0x9fd6d2),
        new Color(0xe7c9a0),
        new Color(0xf4b8bd),
        new Color(0xb9d0f5),
        new Color(0xa9d9b8),
        new Color(0xd9c2ea),
        new Color(0xd9d6a5)
    };
    private static final Color[] CLOTHES = {
        new Color(0x0f6e6e),
        new Color(0x334a66),
        new Color(0x8d2f45),
        new Color(0xb0632a),
        new Color(0x2f6b4b),
        new Color(0x6a4c93),
        new Color(0x3f6fa8)
    };
    private static final Color[] PALE = {new Color(0xf6d7c3), new Color(0xeec3a4), new Color(0xe3ad87)};
    private static final Color[] DARK = {new Color(0xc68a5e), new Color(0x9a6240), new Color(0x70442b)};
    private static final Color[] HAIR = {
        new Color(0x8a4b2a), new Color(0x5b3a29), new Color(0x2b2320), new Color(0xc89b5a), new Color(0xb5b2ae)
    };

    private final Graphics2D pen;
    private final List<String> words;
    private final Color skin;
    private final Color hair;

    private Avatar(Graphics2D pen, List<String> words, Random chance) {
        this.pen = pen;
        this.words = words;
        this.skin = pick(words.contains("dark") ? DARK : PALE, chance);
        this.hair = words.contains("grey")
                ? HAIR[4]
                : words.contains("dark") || words.contains("black") ? HAIR[2] : pick(HAIR, chance);
    }

    static byte[] png(String name, String words) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            var chance = new Random(name.hashCode() * 31L);
            Color ground = pick(GROUNDS, chance);
            pen.setPaint(new GradientPaint(0, 0, mix(ground, Color.WHITE, 0.35), SIZE, SIZE, ground));
            pen.fillRect(0, 0, SIZE, SIZE);
            new Avatar(pen, List.of(words.split(" ", -1)), chance).draw(pick(CLOTHES, chance));
        } finally {
            pen.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(Color clothes) {
        behind();
        pen.setColor(clothes);
        pen.fill(new RoundRectangle2D.Double(36, 144, 120, 90, 70, 70));
        pen.setColor(mix(skin, Color.BLACK, 0.12));
        pen.fill(new RoundRectangle2D.Double(83, 118, 26, 40, 22, 22));
        pen.setColor(skin);
        pen.fill(new Ellipse2D.Double(62, 52, 68, 84));
        pen.fill(new Ellipse2D.Double(55, 86, 14, 20));
        pen.fill(new Ellipse2D.Double(123, 86, 14, 20));
        if (words.contains("beard")) {
            beard();
        }
        features();
        top();
        if (words.contains("glasses")) {
            glasses();
        }
    }

    private void behind() {
        pen.setColor(mix(hair, Color.BLACK, 0.1));
        if (words.contains("long")) {
            pen.fill(new RoundRectangle2D.Double(50, 42, 92, 122, 84, 84));
        } else if (words.contains("bob")) {
            pen.fill(new RoundRectangle2D.Double(50, 42, 92, 92, 78, 60));
        } else if (words.contains("curly")) {
            for (int i = 0; i < 11; i++) {
                double angle = Math.PI * (0.86 + i * 0.128);
                pen.fill(new Ellipse2D.Double(96 + 42 * Math.cos(angle) - 19, 84 + 40 * Math.sin(angle) - 19, 38, 38));
            }
        } else if (words.contains("bun")) {
            pen.fill(new Ellipse2D.Double(80, 22, 32, 32));
        }
    }

    private void top() {
        pen.setColor(hair);
        var cap = new Area(new Ellipse2D.Double(57, 40, 78, 88));
        if (words.contains("bald")) {
            cap = new Area(new Arc2D.Double(57, 58, 78, 70, 150, 60, Arc2D.PIE));
            cap.add(new Area(new Arc2D.Double(57, 58, 78, 70, -30, 60, Arc2D.PIE)));
            cap.subtract(new Area(new Ellipse2D.Double(63, 48, 66, 90)));
        } else {
            cap.subtract(new Area(new Ellipse2D.Double(56, 70, 92, 92)));
            cap.subtract(new Area(new RoundRectangle2D.Double(40, 96, 120, 60, 10, 10)));
        }
        pen.fill(cap);
    }

    private void beard() {
        pen.setColor(hair);
        var beard = new Area(new Ellipse2D.Double(62, 70, 68, 70));
        beard.subtract(new Area(new Ellipse2D.Double(58, 52, 76, 58)));
        pen.fill(beard);
    }

    private void features() {
        pen.setColor(new Color(0x2b2320));
        pen.fill(new Ellipse2D.Double(78, 92, 7, 8));
        pen.fill(new Ellipse2D.Double(107, 92, 7, 8));
        pen.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(words.contains("beard") ? new Color(0xf3d9cb) : mix(skin, new Color(0x8d2f45), 0.6));
        pen.draw(new Arc2D.Double(83, 102, 26, 18, 205, 130, Arc2D.OPEN));
        pen.setColor(mix(skin, Color.BLACK, 0.16));
        pen.draw(new Arc2D.Double(92, 94, 8, 14, 215, 110, Arc2D.OPEN));
    }

    private void glasses() {
        pen.setColor(new Color(0x35424a));
        pen.setStroke(new BasicStroke(2.6f));
        pen.draw(new RoundRectangle2D.Double(70, 86, 23, 19, 14, 14));
        pen.draw(new RoundRectangle2D.Double(99, 86, 23, 19, 14, 14));
        pen.drawLine(93, 94, 99, 94);
    }

    private static Color pick(Color[] colours, Random chance) {
        return colours[chance.nextInt(colours.length)];
    }

    private static Color mix(Color a, Color b, double part) {
        return new Color(
                (int) (a.getRed() + (b.getRed() - a.getRed()) * part),
                (int) (a.getGreen() + (b.getGreen() - a.getGreen()) * part),
                (int) (a.getBlue() + (b.getBlue() - a.getBlue()) * part));
    }
}
