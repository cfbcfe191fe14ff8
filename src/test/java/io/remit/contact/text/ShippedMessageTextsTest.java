package io.remit.contact.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Stage;
import io.remit.model.ModelsForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
      "promise-confirmation-sms",
      "promise-confirmation-email", "promise-reminder-sms", "promise-reminder-email", "payment-details-sms",
      "payment-details-email", "payment-details-letter",
      "before-court-email", "outsourced-letter", "outsourced-email", "stop-confirmed-sms", "call-script",
      "visit-script", "robot-script",
      "contact-person-script", "contact-person-sms", "opt-out-line", "verify-line",
      "dispute-upheld-email", "dispute-upheld-letter", "dispute-corrected-email", "dispute-corrected-letter",
      "dispute-rejected-delivered-email", "dispute-rejected-delivered-letter", "dispute-rejected-not-paid-email",
      "dispute-rejected-not-paid-letter", "dispute-rejected-amount-right-email", "dispute-rejected-amount-right-letter",
      "complaint-answer-upheld-email", "complaint-answer-upheld-letter", "complaint-answer-not-upheld-email",
      "complaint-answer-not-upheld-letter",
      "plan-offer-email", "plan-offer-sms", "plan-ended-email", "plan-ended-sms", "plan-ended-letter",
      "settlement-offer-email", "settlement-offer-letter"})
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
  @ValueSource(strings = {"contact-person-script", "contact-person-sms"})
  void aContactPersonIsOnlyAskedThatTheDebtorCallsBack(String template) {
    for (String language : new String[] {"en", "zh"}) {
      String text = shipped().find(template, language).orElseThrow().body();
      assertThat(text).contains("{debtorName}", "{contactPhone}").doesNotContainIgnoringCase("Amount}", "{dueDate}",
          "{daysPastDue}", "{creditorName}", "{paymentReference}", "{nextStepDate}", "overdue", "debt ", "owe", "pay",
          "account", "loan", "bank", "credit", "court", "逾期", "欠", "付款", "债", "账户", "贷", "银行", "法院", "诉");
    }
  }

  @Test
  void theRobotAsksWhomItSpeaksWithBeforeAnyWordOfTheDebt() {
    for (String language : new String[] {"en", "zh"}) {
      String text = shipped().find("robot-script", language).orElseThrow().body();
      String beforeTheMessage = text.substring(0, text.indexOf("[message]"));
      assertThat(beforeTheMessage).contains("[greeting]", "{creditorName}", "[identity]", "{debtorName}",
          "[somebody-else]").doesNotContainIgnoringCase("Amount}", "{dueDate}", "{daysPastDue}", "{paymentReference}",
          "overdue", "debt ", "owe", "pay", "account", "逾期", "欠", "付款", "账户");
      assertThat(text.lines().filter(line -> line.startsWith("["))).containsExactly("[greeting]", "[identity]",
          "[somebody-else]", "[message]", "[options]", "[promise]", "[person]", "[no-more-calls]", "[closing]");
    }
  }

  @Test
  void aStepIsNamedOnlyInTextsThatAnnounceItOrBelongToIt() throws Exception {
    Map<Stage, Pattern> words = Map.of(
        Stage.LEGAL, Pattern.compile("(?i)court|law ?suit|legal (action|proceeding)|sue you|起诉|法院|诉讼|法律行动"),
        Stage.OUTSOURCING, Pattern.compile("(?i)partner|agency|合作机构|催收公司|委托给"),
        Stage.VISIT, Pattern.compile("(?i)visit|上门|来访|拜访"));
    Map<Stage, List<String>> ownTexts = Map.of(Stage.LEGAL, List.of("before-court"), Stage.OUTSOURCING,
        List.of("outsourced"), Stage.VISIT, List.of("visit-script"));

    approvedTexts().forEach(text -> words.forEach((stage, word) -> {
      boolean mayName = text.announces() == stage || ownTexts.get(stage).stream().anyMatch(text.template()::startsWith);
      if (!mayName) {
        assertThat(text.subject() + text.body()).as(ApprovalRegister.fileNameOf(text)).doesNotContainPattern(word);
      }
    }));
  }

  @Test
  void whatAnnouncesAStepTellsItsDate() throws Exception {
    assertThat(approvedTexts().filter(text -> text.announces() != null)).isNotEmpty()
        .allSatisfy(text -> assertThat(text.body()).contains("{nextStepDate}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"call-script", "visit-script"})
  void scriptsCheckTheIdentityBeforeAnyWordOfWhatIsOwed(String template) {
    String english = shipped().find(template, "en").orElseThrow().body();
    String chinese = shipped().find(template, "zh").orElseThrow().body();

    assertThat(english.indexOf("IDENTITY")).isPositive().isLessThan(english.indexOf("Amount}"));
    assertThat(chinese.indexOf("核实身份")).isPositive().isLessThan(chinese.indexOf("Amount}"));
  }

  private static Stream<ApprovedText> approvedTexts() throws IOException {
    ApprovalRegister register = new ApprovalRegister(Files.readAllBytes(FOLDER.resolve(ApprovalRegister.FILE_NAME)));
    List<ApprovedText> texts = new ArrayList<>();
    for (String file : register.fileNames()) {
      texts.add(register.approved(MessageTextFile.read(file, Files.readAllBytes(FOLDER.resolve(file)))).orElseThrow());
    }
    return texts.stream();
  }

  private static MessageTexts shipped() {
    return new MessageTexts(ModelsForTests.shipped());
  }
}
