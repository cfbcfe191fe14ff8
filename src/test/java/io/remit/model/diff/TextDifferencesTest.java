package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFolder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of an edit of a text or a list. */
class TextDifferencesTest {

  private static final String EMAIL = "messages/overdue-email.en.1.txt";
  private static final String CHINESE = "messages/overdue-email.zh.1.txt";

  @Test
  void sentencesEndInBothLanguages() {
    assertThat(TextDifferences.sentences("Pay {amount}. Call us! Why not?\n\n您好！我们未收到付款。请致电“客服。”谢谢"))
        .containsExactly("Pay {amount}.", "Call us!", "Why not?", "您好！", "我们未收到付款。", "请致电“客服。”", "谢谢");
    assertThat(TextDifferences.sentences("We wrote \"Pay.\" You did 3.5 times.")).containsExactly("We wrote \"Pay.\"",
        "You did 3.5 times.");
  }

  @Test
  void aChangedSentenceIsToldAsItWasAndIs() {
    assertThat(Edited.saidOf(CHINESE, "我们尚未收到您在", "我们还没有收到您在")).containsExactly("""
        Sentence 4:
            was: '我们尚未收到您在 {creditorName} 账户的一笔款项。'
            now: '我们还没有收到您在 {creditorName} 账户的一笔款项。'""");
  }

  @Test
  void aSentenceThatIsGoneOrNewIsTold() {
    ModelFolder edited = Edited.with(CHINESE, "如您近日已付款，请忽略本信息，并谨此致谢。", "");

    assertThat(Edited.said(edited)).containsExactly("Gone before sentence 11: '如您近日已付款，请忽略本信息，并谨此致谢。'");
    assertThat(Edited.said(edited, Edited.SHIPPED, Language.ENGLISH))
        .containsExactly("New sentence 11: '如您近日已付款，请忽略本信息，并谨此致谢。'");
  }

  @Test
  void spacesAloneAreToldAsSuch() {
    assertThat(Edited.saidOf(EMAIL, "\n\n", "\n\n\n")).containsExactly("Only spaces and line breaks differ");
  }

  @Test
  void aNewVersionIsComparedWithTheOneBefore() {
    String text = Edited.text(Edited.shipped(EMAIL));
    ModelFolder edited = Edited.and("messages/overdue-email.en.2.txt", text + "Thank you.\n");

    assertThat(Edited.said(edited)).hasSize(2).first().isEqualTo("New text");
    assertThat(Edited.said(edited)).last().asString().startsWith("New sentence ")
        .endsWith(", compared with messages/overdue-email.en.1.txt: 'Thank you.'");
  }

  @Test
  void aTextWithoutAnEarlierOneIsToldWhole() {
    assertThat(Edited.said(Edited.and("messages/hello-sms.en.1.txt", "Hello. It is us."))).containsExactly("New text",
        "New sentence 1: 'Hello.'", "New sentence 2: 'It is us.'");
  }

  @Test
  void theRegisterIsToldByEntryAndColumn() {
    assertThat(Edited.saidOf("messages/register.csv", "(before-court-email,en,2,\\w+,)remit-shipped", "$1owner1"))
        .containsExactly("The entry 'before-court-email en 2': approved_by: remit-shipped → owner1");
    assertThat(Edited.saidOf("messages/register.csv", "before-court-email,en,2,[^\n]*\n", "")).singleElement()
        .asString().startsWith("Gone: the entry 'before-court-email en 2': sha256: ");
    assertThat(Edited.said(Edited.with(Edited.SHIPPED, "messages/register.csv",
        text -> text.lines().map(line -> line + (line.startsWith("template,") ? ",more" : ",")).collect(
            Collectors.joining("\n")))))
        .containsExactly("New column 'more'");
  }

  @Test
  void wordsAreToldByEntry() {
    assertThat(Edited.saidOf("words/words.zh.csv", "\nreminder,提醒\n", "\nreminder,催告提醒\n"))
        .containsExactly("The entry 'reminder': chinese: 提醒 → 催告提醒");
    assertThat(Edited.saidOf("messages/stop-words.csv", "\nen,stop\n", "\nen,stop\nen,halt\n"))
        .containsExactly("New entry 'en halt'");
    assertThat(Edited.saidOf("messages/stop-words.csv", "(\nen,stop)(\nen,stop all)", "$2$1"))
        .containsExactly("Only the order of the entries differs, or spaces and quotes");
  }

  @Test
  void aListWithOpenQuotesIsNoList() {
    assertThat(Edited.saidOf("words/words.zh.csv", "\nreminder,", "\n\"reminder,"))
        .singleElement().asString().startsWith("The new one cannot be read, so it is not compared: ");
  }

  @Test
  void textsWithoutAnythingInCommonAreComparedQuickly() {
    String one = IntStream.range(0, 10_000).mapToObj(i -> "Old " + i + " word. ").collect(Collectors.joining());
    String other = IntStream.range(0, 10_000).mapToObj(i -> "New text " + i + ". ").collect(Collectors.joining());
    long begin = System.nanoTime();

    assertThat(TextDifferences.between(one, other)).isNotEmpty();
    assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
  }
}
