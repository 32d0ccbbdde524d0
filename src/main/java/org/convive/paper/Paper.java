package org.convive.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Makes PDF files, tagged as PDF/UA-1 (ISO 14289-1) asks: with a title, a language, headings and tables that screen
 * readers find. The fonts are ours; pictures must be in the XHTML as data: addresses, anything else is left out.
 */
@Component
public class Paper {
    static {
        XRLog.setLoggingEnabled(false);
    }

    private final String style = new String(resource("paper.css"), StandardCharsets.UTF_8);
    private final byte[] text = resource("instrument-sans-400.ttf");
    private final byte[] italic = resource("instrument-sans-400-italic.ttf");
    private final byte[] bold = resource("instrument-sans-700.ttf");
    private final byte[] display = resource("bricolage-grotesque-600.ttf");

    /**
     * @return the bytes of the file
     * @throws IllegalArgumentException when the body is not well-formed
     */
    public byte[] pdf(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Convive")
                .withHtmlContent(html(sheet), null)
                .useFont(() -> stream(text), "Instrument Sans", 400, FontStyle.NORMAL, true)
                // What the renderer itself falls back to, at the roots of pages and margins.
                .useFont(() -> stream(text), "serif", 400, FontStyle.NORMAL, true)
                .useFont(() -> stream(italic), "Instrument Sans", 400, FontStyle.ITALIC, true)
                .useFont(() -> stream(bold), "Instrument Sans", 700, FontStyle.NORMAL, true)
                .useFont(() -> stream(display), "Bricolage Grotesque", 600, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:image/"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .toStream(bytes);
        try {
            builder.run();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the sheet cannot be printed", e);
        }
        return bytes.toByteArray();
    }

    private String html(Sheet sheet) {
        String title = Sheet.text(sheet.title());
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
                + sheet.locale().toLanguageTag()
                + "\"><head><title>" + title + "</title><meta name=\"description\" content=\"" + title
                + "\"/><style>" + style + "@page { " + sheet.size().css()
                + (sheet.size().hasFoot() ? foot(sheet) : "") + " }</style></head><body>" + sheet.body()
                + "</body></html>";
    }

    private static String foot(Sheet sheet) {
        String counted =
                quoted(sheet.pageWords()).replace("{0}", "\" counter(page) \"").replace("{1}", "\" counter(pages) \"");
        String look = "font: 8pt 'Instrument Sans'; color: #3f5658;";
        return "@bottom-left { content: " + quoted(sheet.title()) + "; " + look + " } @bottom-right { content: "
                + counted + "; " + look + " }";
    }

    /** A CSS string inside a style element. */
    private static String quoted(String text) {
        return "\"" + text.replaceAll("[\\\\\"<>&\\p{Cntrl}]", " ") + "\"";
    }

    private static InputStream stream(byte[] font) {
        return new ByteArrayInputStream(font);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Paper.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
