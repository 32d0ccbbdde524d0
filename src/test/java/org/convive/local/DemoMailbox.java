package org.convive.local;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** The pages under {@code /demo/mailbox}: every mail that the local run sent, for anyone on this machine to read. */
@RestController
@Profile("local")
class DemoMailbox {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);
    private static final String PAGES = "/demo/mailbox";

    private final LocalMail mail;

    DemoMailbox(LocalMail mail) {
        this.mail = mail;
    }

    @GetMapping(path = PAGES, produces = "text/html;charset=UTF-8")
    String list(@RequestParam(required = false, defaultValue = "") String to) throws MessagingException, IOException {
        var body =
                new StringBuilder("<nav aria-label=\"Recipients\"><ul><li>").append(link(PAGES, "All", to.isEmpty()));
        for (String recipient : mail.recipients()) {
            body.append("<li>").append(link(PAGES + "?to=" + encode(recipient), recipient, recipient.equals(to)));
        }
        body.append("</ul></nav><section><ul class=\"mails\">");
        int shown = 0;
        for (String recipient : to.isEmpty() ? mail.recipients() : List.of(to)) {
            for (StoredMessage message : mail.messages(recipient)) {
                shown++;
                var mime = message.getMimeMessage();
                body.append("<li><a href=\"%s\"><b>%s</b><span>%s</span><time>%s</time></a>"
                        .formatted(
                                address(recipient, message.getUid(), ""),
                                escape(mime.getSubject()),
                                escape(recipient),
                                moment(message.getReceivedDate().toInstant())));
            }
        }
        body.append("</ul>").append(shown == 0 ? "<p>No mail yet.</p>" : "").append("</section>");
        return page("Demo mailbox", body.toString());
    }

    @GetMapping(path = PAGES + "/{recipient}/{uid}", produces = "text/html;charset=UTF-8")
    String message(@PathVariable String recipient, @PathVariable long uid) throws MessagingException, IOException {
        var mime = find(recipient, uid).getMimeMessage();
        var body = new StringBuilder("<section><p>" + link(PAGES + "?to=" + encode(recipient), "← " + recipient, false)
                + "</p><h2>" + escape(mime.getSubject()) + "</h2>");
        List<Part> parts = parts(mime);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String source = address(recipient, uid, "/" + i);
            if (part.isMimeType("text/html")) {
                body.append("<iframe sandbox title=\"HTML part\" src=\"%s\"></iframe>".formatted(source));
            } else if (part.isMimeType("text/plain") && part.getFileName() == null) {
                body.append("<details open><summary>Text part</summary><pre>")
                        .append(escape(String.valueOf(part.getContent())))
                        .append("</pre></details>");
            } else {
                body.append("<p><a download href=\"%s\">%s</a></p>".formatted(source, escape(name(part, i))));
            }
        }
        body.append("<details><summary>Headers</summary><pre>");
        for (Header header : Collections.list(mime.getAllHeaders())) {
            body.append(escape(header.getName() + ": " + MimeUtility.unfold(header.getValue())))
                    .append('\n');
        }
        return page("Demo mailbox", body.append("</pre></details></section>").toString());
    }

    @GetMapping(PAGES + "/{recipient}/{uid}/{number}")
    ResponseEntity<byte[]> part(@PathVariable String recipient, @PathVariable long uid, @PathVariable int number)
            throws MessagingException, IOException {
        List<Part> parts = parts(find(recipient, uid).getMimeMessage());
        if (number < 0 || number >= parts.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Part part = parts.get(number);
        var answer = ResponseEntity.ok().header("X-Content-Type-Options", "nosniff");
        if (part.isMimeType("text/html")) {
            return answer.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .header(
                            "Content-Security-Policy",
                            "sandbox; default-src 'none'; img-src * data: cid:; style-src 'unsafe-inline'")
                    .body(String.valueOf(part.getContent()).getBytes(StandardCharsets.UTF_8));
        }
        try (var content = part.getInputStream()) {
            return answer.contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + name(part, number).replaceAll("[^A-Za-z0-9._-]", "_") + "\"")
                    .body(content.readAllBytes());
        }
    }

    private StoredMessage find(String recipient, long uid) {
        return mail.messages(recipient).stream()
                .filter(message -> message.getUid() == uid)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The leaves of a message, in reading order. */
    private static List<Part> parts(Part part) throws MessagingException, IOException {
        List<Part> leaves = new ArrayList<>();
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                BodyPart inner = several.getBodyPart(i);
                leaves.addAll(parts(inner));
            }
        } else {
            leaves.add(part);
        }
        return leaves;
    }

    private static String name(Part part, int number) throws MessagingException {
        String given = part.getFileName();
        if (given != null) {
            return given;
        }
        return part.isMimeType("text/calendar") ? "invitation.ics" : "part-" + number;
    }

    private static String address(String recipient, long uid, String rest) {
        return PAGES + "/" + encode(recipient) + "/" + uid + rest;
    }

    private static String link(String address, String words, boolean current) {
        return "<a href=\"%s\"%s>%s</a>".formatted(address, current ? " aria-current=\"page\"" : "", escape(words));
    }

    private static String page(String title, String body) throws IOException {
        var template = new ClassPathResource("local/mailbox.html").getContentAsString(StandardCharsets.UTF_8);
        return template.replace("{title}", title).replace("{body}", body);
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String escape(@Nullable String text) {
        return HtmlUtils.htmlEscape(text == null ? "" : text);
    }

    /** Anyone may read the demo's mail; the server listens to this machine's visitors only for a demo. */
    @Configuration
    @Profile("local")
    static class Access {
        @Bean
        @Order(0)
        SecurityFilterChain demoPages(HttpSecurity http) {
            return http.securityMatcher("/demo/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                    .build();
        }
    }

    private static String moment(Instant at) {
        return WHEN.format(at.atZone(ZoneId.of("Europe/Paris")));
    }
}
