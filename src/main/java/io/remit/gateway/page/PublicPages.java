package io.remit.gateway.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Shows Remit's pages for people without a login, in English or Chinese. */
@Component
public class PublicPages {

  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final ITemplateEngine templates;
  private final String creditorName;
  private final String creditorPhone;

  PublicPages(ITemplateEngine templates, @Value("${remit.creditor.name}") String creditorName,
      @Value("${remit.creditor.phone}") String creditorPhone) {
    this.templates = templates;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  /**
   * The page in the language that comes nearest to the one wanted.
   *
   * @param template its file's name without the ending; it also knows {@code creditorName} and {@code creditorPhone}
   * @param facts what else the page tells
   */
  public ResponseEntity<String> show(HttpStatus status, String template, Locale wanted, Map<String, Object> facts) {
    Locale language = languageFor(wanted);
    Context content = new Context(language, facts);
    content.setVariable("language", language.toLanguageTag());
    content.setVariable("creditorName", creditorName);
    content.setVariable("creditorPhone", creditorPhone);
    return ResponseEntity.status(status).contentType(PAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
        .body(templates.process(template, content));
  }

  /** The language of the pages that comes nearest to the one wanted. */
  public static Locale languageFor(Locale wanted) {
    return wanted != null && wanted.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE
        : Locale.ENGLISH;
  }
}
