package io.remit.contact.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.Stage;
import io.remit.contact.MalformedMessageException;
import io.remit.model.ModelsForTests;
import io.remit.model.RunningModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MessageTextsTest {

  @TempDir
  Path models;
  private final StringBuilder register =
      new StringBuilder("template,language,version,sha256,approved_by,approved_on,announces\n");

  @BeforeEach
  void emptyFolder() throws IOException {
    Files.createDirectory(models.resolve("messages"));
  }

  @Test
  void findsTheTextInTheLanguageAskedFor() throws Exception {
    approve("reminder-sms.en.1.txt", "Hello");
    approve("reminder-sms.zh.1.txt", "您好");
    approve("reminder-sms.zh-HK.1.txt", "您好香港");

    MessageTexts texts = load();

    assertThat(texts.find("reminder-sms", "zh-HK")).get().extracting(ApprovedText::body).isEqualTo("您好香港");
    assertThat(texts.find("reminder-sms", "ZH-hk")).get().extracting(ApprovedText::body).isEqualTo("您好香港");
    assertThat(texts.find("reminder-sms", "zh-CN")).get().extracting(ApprovedText::language).isEqualTo("zh");
    assertThat(texts.find("reminder-sms", "zh-Hant-TW")).get().extracting(ApprovedText::language).isEqualTo("zh");
    assertThat(texts.find("reminder-sms", "sw")).get().extracting(ApprovedText::language).isEqualTo("en");
    assertThat(texts.find("overdue-sms", "en")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "und", "!", "../../etc", "x-private"})
  void fallsBackToEnglishWhereTheLanguageIsNotOne(String language) throws Exception {
    approve("reminder-sms.en.1.txt", "Hello");

    assertThat(load().find("reminder-sms", language)).get().extracting(ApprovedText::body).isEqualTo("Hello");
  }

  @Test
  void takesTheHighestApprovedVersion() throws Exception {
    approve("reminder-sms.en.2.txt", "two");
    approve("reminder-sms.en.10.txt", "ten");
    write("reminder-sms.en.11.txt", "not approved");

    assertThat(load().find("reminder-sms", "en")).get().extracting(ApprovedText::version).isEqualTo(10);
  }

  @Test
  void aTextThatWasChangedAfterwardsIsNotApproved(CapturedOutput log) throws Exception {
    approve("reminder-sms.en.1.txt", "Please pay");
    write("reminder-sms.en.1.txt", "Please pay!");

    assertThat(load().find("reminder-sms", "en")).isEmpty();
    assertThat(log).contains("reminder-sms.en.1.txt is not approved");
  }

  @Test
  void usesAnApprovedLanguageWhereTheNearerOneIsNotApproved() throws Exception {
    approve("reminder-sms.en.1.txt", "Hello");
    write("reminder-sms.zh.1.txt", "您好");

    assertThat(load().find("reminder-sms", "zh")).get().extracting(ApprovedText::language).isEqualTo("en");
  }

  @Test
  void warnsOfARegisteredFileThatIsMissing(CapturedOutput log) throws Exception {
    approve("reminder-sms.en.1.txt", "Hello");
    Files.delete(models.resolve("messages/reminder-sms.en.1.txt"));

    assertThat(load().find("reminder-sms", "en")).isEmpty();
    assertThat(log).contains("reminder-sms.en.1.txt is in register.csv, but there is no such file");
  }

  @Test
  void startsWithoutARegisterAndWithoutTexts() throws Exception {
    Files.delete(models.resolve("messages"));
    assertThat(new MessageTexts(ModelsForTests.in(models))
        .find("reminder-sms", "en")).isEmpty();
  }

  @Test
  void readsSubjectAndBody() throws Exception {
    approve("reminder-email.en.1.txt", "Subject: Due on {dueDate}\r\n\r\nDear {debtorName},\r\n\r\nplease pay.\r\n");

    ApprovedText text = load().find("reminder-email", "en").orElseThrow();

    assertThat(text.subject()).isEqualTo("Due on {dueDate}");
    assertThat(text.body()).isEqualTo("Dear {debtorName},\n\nplease pay.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      reminder-sms.en.1.txt   | Hello\\n{debtorNmae}               | line 2 | {debtorNmae}  | unknown-placeholder
      reminder-sms.en.1.txt   | ${7*7}                            | line 1 | {7*7}         | unknown-placeholder
      reminder-sms.en.1.txt   | { debtorName }                    | line 1 | { debtorName }| unknown-placeholder
      reminder-sms.en.1.txt   | {DebtorName}                      | line 1 | {DebtorName}  | unknown-placeholder
      reminder-sms.en.1.txt   | {{debtorName}}                    | line 1 | {             | unknown-placeholder
      reminder-sms.en.1.txt   | {debtorName                       | line 1 | {             | unknown-placeholder
      reminder-sms.en.1.txt   | debtorName}                       | line 1 | }             | unknown-placeholder
      reminder-sms.en.1.txt   | {}                                | line 1 | {}            | unknown-placeholder
      opt-out-line.en.1.txt   | {debtorName}                      | line 1 | {debtorName}  | unknown-placeholder
      reminder-sms.en.1.txt   | \\n                                | line 1 | empty         | body
      reminder-sms.en.1.txt   | Subject: x\\n\\nHello               | line 1 | subject       | subject
      reminder-email.en.1.txt | Hello                             | line 1 | Subject       | subject
      reminder-email.en.1.txt | Subject:                          | line 1 | Subject       | subject
      reminder-letter.en.1.txt| Subject: x\\nHello                 | line 2 | empty line    | subject
      reminder-letter.en.1.txt| Subject: x                        | line 2 | empty line    | subject
      reminder-letter.en.1.txt| Subject: x\\n\\n                    | line 3 | empty         | body
      reminder-sms.en.1.txt   | Hello\\na\\bb                      | line 2 | control       | control-character
      reminder-sms.en.1.txt   | ﻿Hello                            | line 1 | byte order    | control-character
      reminder.en.1.txt       | Hello                             | line 1 | name          | file-name
      reminder-sms.en.txt     | Hello                             | line 1 | name          | file-name
      reminder-sms.en.0.txt   | Hello                             | line 1 | name          | file-name
      reminder-sms.zh_CN.1.txt| Hello                             | line 1 | name          | file-name
      reminder-sms.ZH.1.txt   | Hello                             | line 1 | name          | file-name
      """)
  void refusesToStartWithAMalformedText(String file, String content, String line, String what, String rule)
      throws Exception {
    write(file, content == null ? "" : content.translateEscapes());

    assertThatThrownBy(this::load)
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContainingAll(file, line, what, "[" + rule + "]");
  }

  @Test
  void theApplicationDoesNotStartWithAMalformedText() throws Exception {
    write("reminder-sms.en.1.txt", "{debtorNmae}");

    new ApplicationContextRunner().withBean(MessageTexts.class)
        .withBean(RunningModels.class, () -> ModelsForTests.in(models))
        .run(application -> assertThat(application).hasFailed().getFailure()
            .hasRootCauseInstanceOf(MalformedMessageException.class)
            .rootCause().hasMessage("Message text reminder-sms.en.1.txt, line 1: {debtorNmae} is not one of the"
                + " placeholders that README.md lists [unknown-placeholder]"));
  }

  @Test
  void refusesToStartWithATextThatIsNotUtf8() throws Exception {
    Files.write(models.resolve("messages/reminder-sms.zh.1.txt"), new byte[] {(byte) 0xC4, (byte) 0xFA});

    assertThatThrownBy(this::load).hasMessageContainingAll("reminder-sms.zh.1.txt", "[encoding]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a-sms,en,1,abc,owner1,2026-01-31,                | line 2 | sha256
      a-sms,en,1,%s,owner1,31.01.2026,                 | line 2 | date
      a-sms,en,1,%s,,2026-01-31,                       | line 2 | required
      a-sms,en,1,%s,owner1,2026-01-31                  | line 2 | columns
      a-sms,en,1,%s,owner1,2026-01-31,,x               | line 2 | columns
      a-sms,en,1,%s,owner1,2026-01-31,COURT            | line 2 | announces
      a-sms,en,1,%s,owner1,2026-01-31,legal            | line 2 | announces
      a-sms,en,1,"%s"x,owner1,2026-01-31,             | line 1 | csv
      a-sms,en,1,%1$s,x,2026-01-31,\\na-sms,en,1,%1$s,y,2026-01-31, | line 3 | duplicate
      """)
  void refusesToStartWithAMalformedRegister(String rows, String line, String rule) {
    register.append(rows.translateEscapes().formatted("0".repeat(64)));

    assertThatThrownBy(this::load).hasMessageContainingAll("register.csv", line, "[" + rule + "]");
  }

  @Test
  void knowsWhichStepATextAnnounces() throws Exception {
    approve("reminder-sms.en.1.txt", "We will call you from {nextStepDate} on.", "TELEPHONE");
    approve("overdue-sms.en.1.txt", "Hello", "");

    MessageTexts texts = load();

    assertThat(texts.find("reminder-sms", "en")).get().extracting(ApprovedText::announces).isEqualTo(Stage.TELEPHONE);
    assertThat(texts.find("overdue-sms", "en")).get().extracting(ApprovedText::announces).isNull();
  }

  @Test
  void refusesToStartWithATextThatTellsTheDateOfNoStep() throws Exception {
    approve("reminder-email.en.1.txt", "Subject: Until {nextStepDate}\n\nHello", "");

    assertThatThrownBy(this::load)
        .hasMessageContainingAll("register.csv", "line 2", "reminder-email.en.1.txt", "[announces]");
  }

  private void approve(String file, String content) throws Exception {
    approve(file, content, "");
  }

  private void approve(String file, String content, String announces) throws Exception {
    write(file, content);
    String[] parts = file.split("\\.");
    String sha256 = HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    register.append(String.join(",", parts[0], parts[1], parts[2], sha256, "owner1", "2026-01-31", announces))
        .append('\n');
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(models.resolve("messages").resolve(file), content);
  }

  private MessageTexts load() throws IOException {
    Files.writeString(models.resolve("messages/register.csv"), register);
    return new MessageTexts(ModelsForTests.in(models));
  }
}
