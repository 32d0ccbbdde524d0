package org.convive.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.convive.shared.Translations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Gathers every module's bundles and gives them to views, mails and the API alike. */
@Configuration
class Languages {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Translations translations() {
        return new Translations(modulesWithTexts());
    }

    @Bean
    I18NProvider i18nProvider(Translations translations) {
        return new Texts(translations);
    }

    private static List<String> modulesWithTexts() {
        try {
            Resource[] bundles =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*/translations.properties");
            return Arrays.stream(bundles)
                    .map(Languages::folder)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource bundle) {
        try {
            String[] path = bundle.getURL().getPath().split("/", -1);
            return path[path.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vaadin's view of our sentences. */
    @SuppressWarnings("serial")
    private static final class Texts implements I18NProvider {
        private final transient Translations translations;

        Texts(Translations translations) {
            this.translations = translations;
        }

        @Override
        public List<Locale> getProvidedLocales() {
            return Translations.LOCALES;
        }

        @Override
        public String getTranslation(String key, Locale locale, Object... args) {
            return translations.text(locale, key, args);
        }
    }
}
