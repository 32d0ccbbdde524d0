package org.convive.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convive.shared.Message;
import org.convive.shared.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words and writes problems in the language of the request. */
@Component
class Problems {
    /** Fields of the services that have another name in a request. */
    private static final Map<String, String> NAMES = Map.of("idempotencyKey", "Idempotency-Key", "means", "meansId");

    private final Translations translations;
    private final JsonMapper json;

    Problems(Translations translations, JsonMapper json) {
        this.translations = translations;
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response, ProblemKind kind) throws IOException {
        write(request, response, new Trouble(kind));
    }

    void write(HttpServletRequest request, HttpServletResponse response, Trouble trouble) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Locale language = Language.of(request);
        byte[] body = json.writeValueAsBytes(problem(trouble, language, request.getRequestURI()));
        response.setStatus(trouble.kind().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Language", language.getLanguage());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private Problem problem(Trouble trouble, Locale language, String path) {
        String key = "api.problem." + trouble.kind().slug();
        Message detail = trouble.detail();
        return new Problem(
                "urn:convive:problem:" + trouble.kind().slug(),
                translations.text(language, key + ".title"),
                trouble.kind().status(),
                detail == null ? translations.text(language, key + ".detail") : translations.text(language, detail),
                path,
                errors(trouble.fields(), language),
                trouble.alternatives(),
                trouble.takenBy(),
                lines(trouble.lines(), language),
                trouble.reference());
    }

    private @Nullable List<Problem.LineProblem> lines(@Nullable List<Trouble.Line> lines, Locale language) {
        return lines == null
                ? null
                : lines.stream()
                        .map(one -> new Problem.LineProblem(
                                one.line(), errors(one.fields(), language), one.alternatives(), one.takenBy()))
                        .toList();
    }

    private @Nullable List<Problem.FieldProblem> errors(Map<String, Message> fields, Locale language) {
        if (fields.isEmpty()) {
            return null;
        }
        return fields.entrySet().stream()
                .map(field -> new Problem.FieldProblem(
                        NAMES.getOrDefault(field.getKey(), field.getKey()),
                        translations.text(language, field.getValue())))
                .sorted(Comparator.comparing(Problem.FieldProblem::field))
                .toList();
    }
}
