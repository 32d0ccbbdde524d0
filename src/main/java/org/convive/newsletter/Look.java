package org.convive.newsletter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster's letters look and leave.
 *
 * @param logo the number of a picture of the cluster; null for the mark of the portal
 * @param signatureEnglish Markdown below the last block
 * @param signatureFrench the same for French readers
 * @param approval whether a second animator has to say yes before a letter leaves
 * @param publicArchive whether everybody may read the letters; only in clusters that have a public page
 */
public record Look(
        Accent accent,
        @Nullable Long logo,
        String signatureEnglish,
        String signatureFrench,
        boolean approval,
        boolean publicArchive,
        int version) {
    public static final Look PLAIN = new Look(Accent.GLASS, null, "", "", false, false, 0);

    /** The colours a letter may wear: each is readable on light and on dark paper, and white is readable on it. */
    public enum Accent {
        GLASS("#006567", "#7cd7cb"),
        COBALT("#2a5699", "#a4c2f4"),
        RUBY("#a13a50", "#f4a9b7"),
        MANGANESE("#6f477d", "#d9b5e5"),
        BOTTLE("#2f6a3b", "#9bd6a6");

        private final String light;
        private final String dark;

        Accent(String light, String dark) {
            this.light = light;
            this.dark = dark;
        }

        /** On light paper; also the ground of a button with white words. */
        public String light() {
            return light;
        }

        /** On dark paper; also the ground of a button with dark words. */
        public String dark() {
            return dark;
        }
    }

    /** The same in another template. */
    Look in(Template template) {
        return new Look(
                template.accent(),
                template.logo(),
                template.signatureEnglish(),
                template.signatureFrench(),
                approval,
                publicArchive,
                version);
    }

    public String signature(Locale language) {
        boolean french = language.getLanguage().equals("fr");
        String own = french ? signatureFrench : signatureEnglish;
        return own.isBlank() ? (french ? signatureEnglish : signatureFrench) : own;
    }
}
