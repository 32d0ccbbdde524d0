package org.convive.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {
    private final Paper paper = new Paper();

    @Test
    void aSheetBecomesATaggedFileWithTitleLanguageAndPageNumbers() throws IOException {
        byte[] file = paper.pdf(sheet("<h1>Relevé de mars</h1><p>180\u202f€, cœur d’amande</p>"
                + "<p style=\"page-break-before: always\">Second page</p>"));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text =
                    new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replace('\u202f', ' ');
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(text).contains("Relevé de mars", "180 €, cœur d’amande", "Page 1 sur 2", "Page 2 sur 2");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A & B <C>");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void textOfPeopleStaysText() throws IOException {
        byte[] file = paper.pdf(sheet("<p>" + Sheet.text("<b>bold & \u0000\"quoted\"</b>") + "</p>"));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>bold & \"quoted\"</b>");
        }
    }

    @Test
    void nothingIsFetchedWhileAFileIsMade() {
        byte[] file = paper.pdf(sheet("<p>Here</p><img alt=\"\" src=\"file:///etc/hostname\"/>"));

        assertThat(file).isNotEmpty();
    }

    @Test
    void brokenXhtmlIsRefused() {
        assertThatThrownBy(() -> paper.pdf(sheet("<p>open"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeIsReadAsTheAddressThatWentIn() throws Exception {
        QrCode code = QrCode.of("https://portal.example/c/verre/means/12");

        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(code.png(4)));
        assertThat(decoded(image)).isEqualTo("https://portal.example/c/verre/means/12");
        assertThat(code.svg("Scan <me>")).contains("aria-label=\"Scan &lt;me&gt;\"");
        assertThat(code.dataUri()).startsWith("data:image/png;base64,");
    }

    private static String decoded(java.awt.image.BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new com.google.zxing.RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new com.google.zxing.qrcode.QRCodeReader()
                .decode(new BinaryBitmap(new com.google.zxing.common.HybridBinarizer(source)))
                .getText();
    }

    private static Sheet sheet(String body) {
        return new Sheet(PaperSize.A4, Locale.FRENCH, "A & B <C>", "Page {0} sur {1}", body);
    }
}
