package io.remit.contact.text;

import io.remit.contact.MalformedMessageException;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The approved message texts, read and checked from the folder {@code messages} of the models that run. A malformed
 * file stops the start, and keeps a release from being deployed. A text that the register does not name with its exact
 * content is not approved: the log warns of it, and nobody is sent it.
 */
@Component
public class MessageTexts {

  private static final Logger LOG = LoggerFactory.getLogger(MessageTexts.class);
  private static final String LAST_RESORT_LANGUAGE = "en";

  private static final String FOLDER = "messages/";
  private static final String TEXT = ".txt";

  private final RunningModels.Reading<List<ApprovedText>> approved;

  /** @throws MalformedMessageException if a file breaks a rule of the format */
  public MessageTexts(RunningModels models) {
    this.approved = models.reading(MessageTexts::read);
  }

  private static List<ApprovedText> read(ModelFolder models) {
    ApprovalRegister register = new ApprovalRegister(
        models.file(FOLDER + ApprovalRegister.FILE_NAME).map(ModelFile::content).orElse(new byte[0]));
    TreeSet<String> missing = new TreeSet<>(register.fileNames());
    List<ApprovedText> texts = new ArrayList<>();
    for (ModelFile file : models.filesIn(FOLDER)) {
      String name = file.name().substring(FOLDER.length());
      if (name.endsWith(TEXT)) {
        missing.remove(name);
        register.approved(MessageTextFile.read(name, file.content())).ifPresentOrElse(texts::add,
            () -> LOG.warn("Message text {} is not approved and will not be sent: register.csv does not name it with"
                + " this content", name));
      }
    }
    missing.forEach(file -> LOG.warn("Message text {} is in register.csv, but there is no such file", file));
    return List.copyOf(texts);
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
    return approved.get().stream()
        .filter(text -> text.template().equals(template) && text.language().equals(language))
        .max(Comparator.comparingInt(ApprovedText::version));
  }
}
