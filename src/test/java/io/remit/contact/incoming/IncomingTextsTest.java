package io.remit.contact.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.Channel;
import io.remit.gate.OptOuts;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of the texts that people send. */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class IncomingTextsTest {

  private static final String ANA = "+34911234567";

  private IncomingTextsWorld world;
  private IncomingTexts texts;
  private IncomingTextParts parts;
  private int references;

  @BeforeEach
  void emptyDatabase() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    world = new IncomingTextsWorld(dataSource);
    world.debtor("ANA", ANA);
    texts = world.get(IncomingTexts.class);
    parts = world.get(IncomingTextParts.class);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private boolean text(String sender, String body) {
    world.clock.move(Duration.ofMinutes(1));
    return texts.receive(new IncomingText("smpp", "R" + references++, sender, body, world.clock.instant()));
  }

  @Test
  void whoTextsStopGetsNoMoreTextsAndOneAnswer() {
    text(ANA, "STOP");

    assertThat(world.optedOut("ANA")).isTrue();
    assertThat(world.replies).containsExactly("ANA +34911234567 stop-confirmed-sms");
    assertThat(world.timeline("C-ANA"))
        .containsExactly("OPT_OUT: The debtor opted out of this channel: sms-stop");
    assertThat(world.written).isEmpty();
  }

  @Test
  void whoTextsStopAgainIsNotAnsweredAgain() {
    text(ANA, "STOP");
    text(ANA, "退订");
    text(ANA, "Stop!!!");

    assertThat(world.replies).hasSize(1);
    assertThat(world.timeline("C-ANA")).hasSize(1);
    assertThat(world.count("incoming_text")).isEqualTo(3);
  }

  @Test
  void whoTextsStartGetsTextsAgainAndIsAnsweredWhenHeStopsThem() {
    text(ANA, "STOP");
    text(ANA, "START");
    assertThat(world.optedOut("ANA")).isFalse();

    text(ANA, "STOP");

    assertThat(world.optedOut("ANA")).isTrue();
    assertThat(world.replies).hasSize(2);
  }

  @Test
  void anOptInByAPersonCountsToo() {
    text(ANA, "STOP");
    world.clock.move(Duration.ofDays(1));
    world.get(OptOuts.class).optIn("ANA", Channel.SMS, "collector1");

    text(ANA, "STOP");

    assertThat(world.replies).hasSize(2);
  }

  @Test
  void eachNumberOfADebtorIsAnsweredOnce() {
    knownNumber("ANA", "+34911111111");
    text(ANA, "STOP");
    text("+34911111111", "STOP");
    text("+34911111111", "STOP");

    assertThat(world.replies).containsExactly("ANA +34911234567 stop-confirmed-sms",
        "ANA +34911111111 stop-confirmed-sms");
  }

  @Test
  void aNumberThatSeveralDebtorsShareStopsForAllAndIsAnsweredOnce() {
    world.debtor("BOB", ANA);

    text(ANA, "STOP");
    text(ANA, "STOP");

    assertThat(world.optedOut("ANA")).isTrue();
    assertThat(world.optedOut("BOB")).isTrue();
    assertThat(world.replies).hasSize(1);
  }

  @Test
  void anythingElseIsInTheTimelineOfEachOpenCaseAndComesToTheCollector() {
    world.openCase("C-HELD", "ANA", "HELD");
    world.openCase("C-CLOSED", "ANA", "CLOSED");

    text(ANA, "I can pay\r\n100 on Friday.\u202E\u0000");

    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: I can pay 100 on Friday.");
    assertThat(world.timeline("C-HELD")).hasSize(1);
    assertThat(world.timeline("C-CLOSED")).isEmpty();
    assertThat(world.written).containsExactly("C-ANA", "C-HELD");
    assertThat(world.optedOut("ANA")).isFalse();
    assertThat(world.replies).isEmpty();
  }

  @Test
  void aVeryLongTextIsCutInTheTimelineAndKeptWhole() {
    String body = "a".repeat(1999) + "😀" + "b".repeat(1000);
    text(ANA, body);

    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: " + "a".repeat(1999));
    assertThat(world.database.sql("select body from incoming_text").query(String.class).single()).isEqualTo(body);
  }

  @Test
  void theSameTextIsTakenOnce() {
    IncomingText text = new IncomingText("smpp", "7", ANA, "Call me", world.clock.instant());

    assertThat(texts.receive(text)).isTrue();
    assertThat(texts.receive(text)).isFalse();
    assertThat(texts.receive(new IncomingText("other", "7", ANA, "Call me", world.clock.instant()))).isTrue();
    assertThat(world.timeline("C-ANA")).hasSize(2);
  }

  @Test
  void aTextWithoutANameIsTakenOnceWithinFiveMinutes() {
    assertThat(unnamed("Call me")).isTrue();
    assertThat(unnamed("Call me")).isFalse();
    world.clock.move(Duration.ofMinutes(4));
    assertThat(unnamed("Call me")).isFalse();
    world.clock.move(Duration.ofMinutes(2));
    assertThat(unnamed("Call me")).as("the debtor wrote it again").isTrue();
  }

  @Test
  void whoStopsStartsAndStopsWithinAMomentHasStopped() {
    assertThat(unnamed("STOP")).isTrue();
    world.clock.move(Duration.ofSeconds(1));
    assertThat(unnamed("START")).isTrue();
    world.clock.move(Duration.ofSeconds(1));
    assertThat(unnamed("STOP")).isTrue();

    assertThat(world.optedOut("ANA")).isTrue();
  }

  private boolean unnamed(String body) {
    return texts.receive(new IncomingText("smpp", null, ANA, body, world.clock.instant()));
  }

  @Test
  void aTextFromAnUnknownNumberIsKeptAndNotToldToLogs(CapturedOutput log) {
    text("+4930999999", "Who are you? Ana");

    assertThat(world.count("incoming_text")).isEqualTo(1);
    assertThat(world.count("incoming_text_debtor")).isZero();
    assertThat(world.written).isEmpty();
    assertThat(log).contains("R0 of smpp").doesNotContain("4930999999", "Who are you");
  }

  @Test
  void aNumberThatIsSomebodyElsesIsNotTakenForTheDebtors() {
    world.database.sql("""
        insert into address_mark (debtor_id, address, mark, marked_at, source)
        select debtor_id, phone, 'WRONG', current_timestamp, 'collector1' from debtor
        """).update();
    text(ANA, "Wrong number!");
    knownNumber("ANA", "+34911111111");
    world.database.sql("""
        insert into address_mark (debtor_id, address, mark, marked_at, source)
        values ('ANA', '+34911111111', 'WRONG', current_timestamp, 'collector1')
        """).update();
    text("+34911111111", "Wrong number!");

    assertThat(world.timeline("C-ANA")).isEmpty();
    assertThat(world.count("incoming_text")).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeAnsweredIsNotTakenSoThatItComesAgain() {
    world.replyFails = true;
    IncomingText stop = new IncomingText("smpp", "7", ANA, "STOP", world.clock.instant());

    assertThatThrownBy(() -> texts.receive(stop)).isInstanceOf(IllegalStateException.class);
    assertThat(world.optedOut("ANA")).isFalse();
    assertThat(world.count("incoming_text")).isZero();

    assertThat(texts.receive(stop)).isTrue();
    assertThat(world.replies).hasSize(1);
  }

  @Test
  void aLongTextIsPutTogetherWhateverTheOrderOfItsParts() {
    part("8:1", 3, 3, "three");
    part("8:1", 3, 1, "one ");
    assertThat(world.timeline("C-ANA")).isEmpty();
    part("8:1", 3, 1, "one ");
    part("8:1", 3, 2, "two ");

    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: one two three");
    assertThat(part("8:1", 3, 2, "two ")).as("repeated after all was put together").isFalse();
    assertThat(world.timeline("C-ANA")).hasSize(1);
  }

  @Test
  void aCharacterThatTwoPartsShareIsWhole() {
    part("16:1", 2, 1, "Thanks \uD83D");
    part("16:1", 2, 2, "\uDE00!");

    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: Thanks 😀!");
  }

  @Test
  void aNameThatThePhoneUsesAnewIsAnotherText() {
    part("8:1", 2, 1, "one ");
    part("8:1", 2, 2, "two");
    part("8:1", 2, 1, "three ");
    part("8:1", 2, 2, "four");
    part("8:1", 2, 1, "five ");
    part("8:1", 2, 1, "six ");
    part("8:1", 2, 2, "seven");

    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: one two",
        "INCOMING: The debtor wrote: three four", "INCOMING: The debtor wrote: five [...]",
        "INCOMING: The debtor wrote: six seven");
  }

  @Test
  void whatCameOfALongTextIsTakenAfterAnHour() {
    part("8:1", 3, 2, "Friday");
    world.clock.move(Duration.ofMinutes(59));
    parts.takeIncomplete();
    assertThat(world.timeline("C-ANA")).isEmpty();

    world.clock.move(Duration.ofMinutes(2));
    parts.takeIncomplete();
    parts.takeIncomplete();

    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: [...] Friday [...]");
    world.clock.move(Duration.ofDays(2));
    parts.takeIncomplete();
    assertThat(world.count("incoming_text_part")).isZero();
  }

  @Test
  void aLongTextThatCannotBeTakenIsTriedAgainAndKeepsNoOtherFromBeingTaken(CapturedOutput log) {
    part("8:1", 2, 1, "one");
    parts.receive(new IncomingTextPart("smpp", "+4930999999", "8:1", 2, 1, "two", world.clock.instant()));
    world.listenerFails = true;
    world.clock.move(Duration.ofHours(2));

    parts.takeIncomplete();
    assertThat(world.count("incoming_text")).isEqualTo(1);
    assertThat(log).contains("to be tried again").doesNotContain("+34911234567 cannot");
    parts.takeIncomplete();
    assertThat(world.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: one [...]");
  }

  @Test
  void aPartThatCannotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> part("8:1", 2, 3, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> part("8:1", 2, 0, "x"));
  }

  @Test
  void anIncomingTextDoesNotTellPersonalDataToLogs() {
    assertThat(new IncomingTextPart("smpp", ANA, "8:1", 2, 1, "Hello", world.clock.instant())).asString()
        .isEqualTo("IncomingTextPart[smpp, 1 of 2]");
  }

  private boolean part(String name, int count, int number, String body) {
    return parts.receive(new IncomingTextPart("smpp", ANA, name, count, number, body, world.clock.instant()));
  }

  private void knownNumber(String debtorId, String number) {
    world.database.sql("""
        insert into known_number (debtor_id, number, added_at, added_by)
        values (:debtor, :number, current_timestamp, 'collector1')
        """).param("debtor", debtorId).param("number", number).update();
  }
}
