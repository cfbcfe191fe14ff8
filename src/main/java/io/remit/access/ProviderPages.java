package io.remit.access;

import io.remit.translation.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The page that tells what came of a login at the provider, in English or Chinese. */
@Component
class ProviderPages {

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
      + "frame-ancestors 'none'; base-uri 'none'";

  private final ITemplateEngine templates;

  ProviderPages(ITemplateEngine templates) {
    this.templates = templates;
  }

  /** What it tells; the name of each is part of the name of its sentence. */
  enum Sentence {
    SIGNED_OUT(HttpStatus.OK), FAILED(HttpStatus.UNAUTHORIZED), UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE),
    NAME(HttpStatus.FORBIDDEN), TAKEN(HttpStatus.FORBIDDEN), GROUPS(HttpStatus.FORBIDDEN),
    ELSEWHERE(HttpStatus.FORBIDDEN);

    private final HttpStatus status;

    Sentence(HttpStatus status) {
      this.status = status;
    }
  }

  void write(HttpServletRequest request, HttpServletResponse response, Sentence sentence) throws IOException {
    Locale wanted = request.getLocale();
    Locale language = Translations.spoken(wanted);
    response.setStatus(sentence.status.value());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(templates.process("sign-on", new Context(language,
        Map.of("language", language.toLanguageTag(), "sentence", sentence.name(),
            "again", ProviderSecurity.BEGIN))));
  }
}
