package io.remit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts that Remit brings along. */
@ExtendWith(OutputCaptureExtension.class)
class ShippedMessageTextsTest {

  private static final Path FOLDER = Path.of("bpmn", "messages");

  @Test
  void theRegisterMatchesTheFiles(CapturedOutput log) throws Exception {
    ApprovalRegister register = new ApprovalRegister(Files.readAllBytes(FOLDER.resolve(ApprovalRegister.FILE_NAME)));

    shipped();

    assertThat(log).doesNotContain("not approved").doesNotContain("no such file");
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(register.fileNames());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reminder-sms", "reminder-email", "reminder-letter", "overdue-sms", "overdue-email",
      "overdue-letter", "missed-call-sms", "missed-call-email", "contact-request-letter", "before-court-letter",
      "before-court-email", "outsourced-letter", "outsourced-email", "stop-confirmed-sms", "call-script",
      "visit-script"})
  void everyTemplateIsThereInEnglishAndChinese(String template) {
    Map<Placeholder, String> values =
        Arrays.stream(Placeholder.values()).collect(Collectors.toMap(Function.identity(), Placeholder::key));

    for (String language : new String[] {"en", "zh"}) {
      ApprovedText text = shipped().find(template, language).orElseThrow();
      assertThat(text.language()).isEqualTo(language);
      assertThat(text.subject() != null).isEqualTo(template.endsWith("-email") || template.endsWith("-letter"));
      assertThat(text.render(values).body()).doesNotContain("{", "}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"missed-call-sms", "missed-call-email", "stop-confirmed-sms"})
  void whatOthersMayReadSaysNothingOfTheDebt(String template) {
    for (String language : new String[] {"en", "zh"}) {
      ApprovedText text = shipped().find(template, language).orElseThrow();
      assertThat(text.subject() + text.body()).doesNotContainIgnoringCase("Amount}", "{dueDate}", "{daysPastDue}",
          "overdue", "debt ", "owe", "pay", "逾期", "欠", "付款");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"call-script", "visit-script"})
  void scriptsCheckTheIdentityBeforeAnyWordOfWhatIsOwed(String template) {
    String english = shipped().find(template, "en").orElseThrow().body();
    String chinese = shipped().find(template, "zh").orElseThrow().body();

    assertThat(english.indexOf("IDENTITY")).isPositive().isLessThan(english.indexOf("Amount}"));
    assertThat(chinese.indexOf("核实身份")).isPositive().isLessThan(chinese.indexOf("Amount}"));
  }

  private static MessageTexts shipped() {
    return new MessageTexts(new PathMatchingResourcePatternResolver(), "classpath:/bpmn/");
  }
}
