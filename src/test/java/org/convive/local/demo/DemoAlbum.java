package org.convive.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.convive.identity.Actor;
import org.convive.meetings.MeetingId;
import org.convive.meetings.album.Album;
import org.convive.meetings.album.Photo;
import org.convive.meetings.open.OpenMeetings;
import org.convive.meetings.rivals.Rivals;

/** Photos of the breakfast, with and without consent; the supper open to everybody; two companies that compete. */
class DemoAlbum {
    private static final String SUPPER = "Supper at the furnace";
    private static final String BREAKFAST = "Breakfast in Le Hamel";

    private final Album album;
    private final OpenMeetings open;
    private final Rivals rivals;
    private final DemoClock clock;

    DemoAlbum(Album album, OpenMeetings open, Rivals rivals, DemoClock clock) {
        this.album = album;
        this.open = open;
        this.rivals = rivals;
        this.clock = clock;
    }

    void tell(Cast cast) {
        if (cast.story().meetings().stream().noneMatch(one -> one.title().equals(SUPPER))) {
            return;
        }
        clock.moveTo(clock.today().minus(Duration.ofHours(2)));
        Actor camille = cast.animator();
        Actor helene = cast.person("Hélène Aubrac");
        var breakfast = new MeetingId(cast.meeting(BREAKFAST));
        Photo.Person other = album.people(camille, breakfast).stream()
                .filter(one -> !one.id().equals(camille.person()))
                .findFirst()
                .orElseThrow();
        long first = album.add(camille, breakfast, scene(1));
        album.tell(camille, breakfast, first, List.of(), "The square before eight");
        long second = album.add(camille, breakfast, scene(2));
        album.tell(camille, breakfast, second, List.of(camille.person()), "Coffee first");
        album.consent(camille, breakfast, true);
        long third = album.add(camille, breakfast, scene(3));
        album.tell(camille, breakfast, third, List.of(other.id()), "The one about the gas bill");
        open.open(camille, new MeetingId(cast.meeting(SUPPER)), true);
        rivals.say(helene, helene.requireOrganisation(), Set.of(cast.organisation("clos-hamel")));
    }

    /** A table by a window, drawn; nobody can be recognised. */
    private static byte[] scene(int number) {
        var chance = new Random(number);
        var image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xbfe3df), 0, 800, new Color(0xf6ddb0)));
        pen.fillRect(0, 0, 1200, 800);
        pen.setPaint(new GradientPaint(500, 60, new Color(0xfff3d6), 900, 420, new Color(0x7fbdb8)));
        pen.fillRoundRect(420 + 40 * number, 60, 460, 330, 24, 24);
        pen.setColor(new Color(0x6b4a2f));
        pen.fillOval(60, 470, 1080, 420);
        for (int i = 0; i < 9; i++) {
            int x = 170 + i * 100 + chance.nextInt(30);
            int y = 520 + chance.nextInt(120);
            pen.setColor(new Color(0xf8fbfa));
            pen.fillOval(x, y, 86, 44);
            pen.setColor(new Color(0, 101, 103, 120));
            pen.setStroke(new BasicStroke(4));
            pen.drawOval(x + 24, y - 46, 34, 60);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
