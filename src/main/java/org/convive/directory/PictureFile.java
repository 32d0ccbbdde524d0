package org.convive.directory;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.convive.shared.InvalidInput;
import org.convive.shared.Message;
import org.jspecify.annotations.Nullable;

/**
 * What somebody uploaded, made into a picture we can show: the bytes decide what it is, never the name; it is decoded
 * and written anew, at most 1600 pixels wide or high, so nothing but the image survives.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureFile(String mediaType, int width, int height, byte[] bytes) {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_BYTES_OF_A_PHOTO = 20 * 1024 * 1024;
    private static final int MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 1600;
    private static final int SMALL_SIDE = 640;
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");

    static PictureFile of(byte[] upload) {
        return of(upload, MOST_BYTES, "directory.error.picture-too-big");
    }

    /** A photo straight from a telephone. */
    static PictureFile ofPhoto(byte[] upload) {
        return of(upload, MOST_BYTES_OF_A_PHOTO, "directory.error.photo-too-big");
    }

    private static PictureFile of(byte[] upload, int most, String otherwise) {
        if (upload.length > most) {
            throw refused(otherwise);
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            ImageReader reader = readerOf(input);
            if (reader == null) {
                throw refused("directory.error.picture-type");
            }
            try {
                reader.setInput(input);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw refused("directory.error.picture-too-many-pixels");
                }
                boolean photo = reader.getFormatName().toLowerCase(Locale.ROOT).equals("jpeg");
                boolean large = Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_SIDE;
                return written(upload, photo, large);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof InvalidInput input) {
                throw input;
            }
            // The decoders throw all sorts of exceptions at broken files.
            throw refused("directory.error.picture-unreadable");
        }
    }

    /** The same for a list of many. */
    PictureFile small() {
        try {
            return Math.max(width, height) <= SMALL_SIDE ? this : shrunk(bytes, SMALL_SIDE, mediaType.endsWith("jpeg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PictureFile written(byte[] upload, boolean photo, boolean large) throws IOException {
        return shrunk(upload, large ? LONGEST_SIDE : 0, photo);
    }

    /** @param side the longest side; 0 for as it is */
    private static PictureFile shrunk(byte[] upload, int side, boolean photo) throws IOException {
        var thumbnail = Thumbnails.of(new ByteArrayInputStream(upload));
        BufferedImage image = (side > 0 ? thumbnail.size(side, side) : thumbnail.scale(1)).asBufferedImage();
        var bytes = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .scale(1)
                .outputFormat(photo ? "jpg" : "png")
                .outputQuality(0.85)
                .toOutputStream(bytes);
        return new PictureFile(
                photo ? "image/jpeg" : "image/png", image.getWidth(), image.getHeight(), bytes.toByteArray());
    }

    private static @Nullable ImageReader readerOf(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
            reader.dispose();
        }
        return null;
    }

    private static InvalidInput refused(String key) {
        return new InvalidInput("picture", Message.of(key));
    }
}
