package io.remit.contact.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.contact.MalformedMessageException;
import io.remit.contact.conversation.Meaning;
import io.remit.contact.incoming.DebtorTextReader.Understood;
import io.remit.model.ModelsForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What debtors write is understood in several languages, by whole words; what is not sure is for a person. */
class DebtorTextReaderTest {

  private final DebtorTextReader shipped = new DebtorTextReader(ModelsForTests.shipped());

  @TempDir
  Path models;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', value = {
      "STOP | Hello, please stop sending me messages. Thank you", "STOP | Please, stop it!",
          "STOP | keine SMS mehr bitte",
      "STOP | Arrêtez les messages svp", "STOP | No me envíe más mensajes", "STOP | 请不要再发短信", "STOP | DON'T TEXT ME",
      "STOP | don’t text me", "STOP | STOP please",
      "CEASE | Stop contacting me", "CEASE | I want you to leave me alone.", "CEASE | Lassen Sie mich in Ruhe!",
      "CEASE | 别再联系我", "CEASE | dejenme en paz",
      "WRONG_PERSON | You have the WRONG person", "WRONG_PERSON | numero equivocado", "WRONG_PERSON | 打错了",
      "WRONG_PERSON | mauvais numero", "WRONG_PERSON | Falsche Nummer.",
      "DECEASED | he has died", "DECEASED | Mr Diaz passed away in May", "DECEASED | Herr Diaz ist verstorben",
      "DECEASED | ha fallecido", "DECEASED | 他已经去世",
      "REPRESENTED | I have a lawyer", "REPRESENTED | Ich habe einen Anwalt", "REPRESENTED | j'ai un avocat",
      "REPRESENTED | tengo abogado", "REPRESENTED | 我有律师",
      "PAID | I paid", "PAID | I've already paid on Monday", "PAID | schon bezahlt!", "PAID | ya pague", "PAID | 已付款",
      "CANNOT_PAY | i cant pay", "CANNOT_PAY | I cannot pay, I lost my job", "CANNOT_PAY | No puedo pagar",
      "CANNOT_PAY | Ich kann nicht zahlen", "CANNOT_PAY | 我还不起",
      "DISPUTED | This is not my debt!!!", "DISPUTED | I do not owe you anything",
      "DISPUTED | Das ist nicht meine Schuld",
      "DISPUTED | 这不是我的债", "MILITARY_SERVICE | I am deployed", "INSOLVENCY | I filed bankruptcy",
      "FRAUD | this is identity theft"})
  void whatIsSurelyMeantIsUnderstood(Meaning meaning, String text) {
    assertThat(shipped.understand(text)).isEqualTo(new Understood(Optional.of(meaning), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Did you get it? I paid", "I have not said that I have a lawyer", "My mother died",
      "Do I need a lawyer?", "If I paid today, would it end", "I will not stop asking", "the number is dead",
      "I have a lawyer and I paid", "This is a scam", "My brother says this is not my debt", "who died",
      "I am in hospital", "Please stop calling my mother", "Please call me only after 18:00", "not before 6pm please",
      "Only by e-mail", "do not call me at work", "Never call this number again", "Bitte nur abends anrufen",
      "Rufen Sie nicht bei der Arbeit an", "Appelez seulement après 18h", "No llamen a este número",
      "Chiamate solo dopo le 18", "Bel alleen na 18 uur", "Liguem só depois das 18", "请在晚上六点以后打电话", "不要打这个号码"})
  void whatMayBeMeantIsForAPerson(String text) {
    Understood understood = shipped.understand(text);
    assertThat(understood.meaning()).isEmpty();
    assertThat(understood.toBeRead()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "...", "Please call me tomorrow", "stopped", "I prepaid", "unstoppable", "OK, thank you",
      "endless", "I cannot start before Monday", "lawyers2", "anwaltschaft", "diedrich"})
  void aWordInsideAnotherSaysNothing(String text) {
    Understood understood = shipped.understand(text);
    assertThat(understood.meaning()).isEmpty();
    assertThat(understood.toBeRead()).isFalse();
  }

  @Test
  void whoWantsNoTextsGetsNoneWhateverElseHeSays() {
    Understood understood = shipped.understand("Stop texting me, I have a lawyer");
    assertThat(understood.meaning()).contains(Meaning.STOP);
    assertThat(understood.toBeRead()).as("what else he says is read").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"language,meaning,phrase\nen,STOP,halt\n",
      "language,meaning,counts,phrase\nen,HALT,ALONE,halt\n",
      "language,meaning,counts,phrase\nen,STOP,often,halt\n", "language,meaning,counts,phrase\n,STOP,ALONE,halt\n",
      "language,meaning,counts,phrase\nen,STOP,ALONE,!!\n"})
  void remitDoesNotStartWithAMalformedFile(String content) throws IOException {
    Files.createDirectories(models.resolve("messages"));
    Files.writeString(models.resolve("messages/debtor-words.csv"), content);

    assertThatThrownBy(() -> new DebtorTextReader(ModelsForTests.in(models)))
        .isInstanceOf(MalformedMessageException.class).hasMessageContaining("debtor-words.csv");
  }

  @Test
  void remitDoesNotStartWithoutTheWords() {
    assertThatThrownBy(() -> new DebtorTextReader(ModelsForTests.in(models)))
        .isInstanceOf(MalformedMessageException.class).hasMessageContaining("debtor-words.csv");
  }
}
