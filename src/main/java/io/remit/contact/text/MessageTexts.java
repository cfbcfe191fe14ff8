package io.remit.contact.text;

import io.remit.contact.MalformedMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The approved message texts, read and checked once at start from the folder {@code messages} beside the models. A
 * malformed file stops the start. A text that the register does not name with its exact content is not approved: the
 * log warns of it, and nobody is sent it.
 */
@Component
public class MessageTexts {

  private static final Logger LOG = LoggerFactory.getLogger(MessageTexts.class);
  private static final String LAST_RESORT_LANGUAGE = "en";

  private final List<ApprovedText> approved = new ArrayList<>();

  /**
   * @param models where the models are, a Spring resource location that ends in {@code /}
   * @throws MalformedMessageException if a file breaks a rule of the format
   */
  public MessageTexts(ResourcePatternResolver resources, @Value("${remit.models:classpath:/bpmn/}") String models) {
    String folder = models + "messages/";
    Resource registerFile = resources.getResource(folder + ApprovalRegister.FILE_NAME);
    ApprovalRegister register = new ApprovalRegister(registerFile.exists() ? contentOf(registerFile) : new byte[0]);
    TreeSet<String> missing = new TreeSet<>(register.fileNames());
    for (Resource file : textsIn(resources, folder)) {
      MessageTextFile textFile = MessageTextFile.read(file.getFilename(), contentOf(file));
      missing.remove(file.getFilename());
      register.approved(textFile).ifPresentOrElse(approved::add,
          () -> LOG.warn("Message text {} is not approved and will not be sent: register.csv does not name it with this"
              + " content", file.getFilename()));
    }
    missing.forEach(file -> LOG.warn("Message text {} is in register.csv, but there is no such file", file));
  }

  /**
   * The approved text to use for a person who reads this language: the text in exactly this language, else in its
   * primary language ({@code zh} for {@code zh-CN}), else in English; of several approved versions the highest.
   *
   * @param template such as {@code reminder-sms}
   * @param language BCP 47; null, blank or not a language means English
   * @return empty if no text of this template is approved in any of these languages
   */
  public Optional<ApprovedText> find(String template, @Nullable String language) {
    return languagesFor(language).stream()
        .flatMap(candidate -> highestVersion(template, candidate).stream())
        .findFirst();
  }

  private List<String> languagesFor(@Nullable String language) {
    Locale locale = Locale.forLanguageTag(language == null ? "" : language.strip());
    return List.of(locale.toLanguageTag(), locale.getLanguage(), LAST_RESORT_LANGUAGE);
  }

  private Optional<ApprovedText> highestVersion(String template, String language) {
    return approved.stream()
        .filter(text -> text.template().equals(template) && text.language().equals(language))
        .max(Comparator.comparingInt(ApprovedText::version));
  }

  private static List<Resource> textsIn(ResourcePatternResolver resources, String folder) {
    try {
      return Arrays.stream(resources.getResources(folder + "*.txt"))
          .sorted(Comparator.comparing(Resource::getFilename))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the message texts", e);
    }
  }

  private static byte[] contentOf(Resource file) {
    try {
      return file.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read message text " + file.getFilename(), e);
    }
  }
}
