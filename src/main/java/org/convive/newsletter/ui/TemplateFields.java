package org.convive.newsletter.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.convive.directory.Pictures;
import org.convive.identity.Actor;
import org.convive.newsletter.Look;
import org.convive.newsletter.Template;
import org.convive.uikit.MarkdownField;

/** Colour, logo and signatures of a template, the usual one or another. */
class TemplateFields extends Div {
    private final RadioButtonGroup<Look.Accent> accent =
            new RadioButtonGroup<>(getTranslation("newsletter.look.accent"));
    private final PictureField logo;
    private final MarkdownField english = new MarkdownField(getTranslation("newsletter.look.signature.en"), 2_000);
    private final MarkdownField french = new MarkdownField(getTranslation("newsletter.look.signature.fr"), 2_000);

    TemplateFields(Actor actor, Pictures pictures, Template template) {
        addClassName("cv-stack");
        accent.setItems(Look.Accent.values());
        accent.setRenderer(new ComponentRenderer<>(this::colour));
        accent.setValue(template.accent());
        logo = new PictureField(actor, pictures);
        logo.setLabel(getTranslation("newsletter.look.logo"));
        logo.setHelperText(getTranslation("newsletter.look.logo.help"));
        logo.setValue(template.logo());
        english.setValue(template.signatureEnglish());
        french.setValue(template.signatureFrench());
        add(accent, logo, english, french);
    }

    Template read(String name) {
        return new Template(name, accent.getValue(), logo.getValue(), english.getValue(), french.getValue());
    }

    /** Its fields by the names the service complains about. */
    Map<String, HasValidationProperties> named() {
        return new LinkedHashMap<>(Map.of("logo", logo, "signatureEnglish", english, "signatureFrench", french));
    }

    private Span colour(Look.Accent accent) {
        Span name = new Span(
                getTranslation("newsletter.look.accent." + accent.name().toLowerCase(Locale.ROOT)));
        Span both = new Span(swatch(accent), name);
        both.addClassName("cv-nl-colour");
        return both;
    }

    static Span swatch(Look.Accent accent) {
        Span swatch = new Span();
        swatch.addClassName("cv-nl-swatch");
        swatch.getStyle().set("background", "light-dark(" + accent.light() + "," + accent.dark() + ")");
        return swatch;
    }
}
