package org.convive.shell;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a missing setting as a sentence, without a stack trace. */
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<RequiredConfiguration.MissingSettingException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RequiredConfiguration.MissingSettingException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set it in the environment or in application.yaml; the README has the table of settings.",
                cause);
    }
}
