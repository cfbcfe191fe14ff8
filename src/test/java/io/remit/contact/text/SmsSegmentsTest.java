package io.remit.contact.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.remit.contact.text.SmsSegments.Coding;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text takes as few messages as it can, and nothing that belongs together is torn apart. */
class SmsSegmentsTest {

  private static final String EMOJI = "😀";

  @Example
  void aTextInTheGsmAlphabetHas160CharactersInOneMessageAnd153InEachOfSeveral() {
    assertCount(Coding.GSM, 1, "");
    assertCount(Coding.GSM, 1, "a".repeat(160));
    assertCount(Coding.GSM, 2, "a".repeat(161));
    assertCount(Coding.GSM, 2, "a".repeat(2 * 153));
    assertCount(Coding.GSM, 3, "a".repeat(2 * 153 + 1));
    assertCount(Coding.GSM, 4, "a".repeat(4 * 153));
    assertCount(Coding.GSM, 5, "a".repeat(4 * 153 + 1));
    assertThat(SmsSegments.of("a".repeat(161)).parts()).extracting(String::length).containsExactly(153, 8);
  }

  @Example
  void anyOtherTextHas70CharactersInOneMessageAnd67InEachOfSeveral() {
    assertCount(Coding.UCS2, 1, "请".repeat(70));
    assertCount(Coding.UCS2, 2, "请".repeat(71));
    assertCount(Coding.UCS2, 2, "请".repeat(2 * 67));
    assertCount(Coding.UCS2, 3, "请".repeat(2 * 67 + 1));
    assertCount(Coding.UCS2, 2, "a".repeat(70) + "请");
    assertCount(Coding.UCS2, 1, "ç");
    assertCount(Coding.UCS2, 1, "a\u00A0b");
  }

  @Example
  void theEuroSignAndBracketsCountTwice() {
    assertCount(Coding.GSM, 1, "€".repeat(80));
    assertCount(Coding.GSM, 2, "€".repeat(80) + "a");
    assertCount(Coding.GSM, 2, "€".repeat(81));
    assertCount(Coding.GSM, 1, "a".repeat(158) + "[");
    assertCount(Coding.GSM, 2, "a".repeat(159) + "[");
  }

  @Example
  void aBracketAtTheBoundaryGoesToTheNextMessageWhole() {
    SmsSegments segments = SmsSegments.of("a".repeat(152) + "[" + "b".repeat(10));

    assertThat(segments.parts()).containsExactly("a".repeat(152), "[" + "b".repeat(10));
  }

  @Example
  void anEmojiAtTheBoundaryGoesToTheNextMessageWhole() {
    SmsSegments segments = SmsSegments.of("请".repeat(66) + EMOJI + "付".repeat(10));

    assertThat(segments.parts()).containsExactly("请".repeat(66), EMOJI + "付".repeat(10));
    assertCount(Coding.UCS2, 1, EMOJI.repeat(35));
    assertThat(SmsSegments.of(EMOJI.repeat(36)).parts()).extracting(String::length).containsExactly(66, 6);
  }

  @Example
  void aTextIsNotToldToLogs() {
    assertThat(SmsSegments.of("Hello Ana")).asString().isEqualTo("SmsSegments[GSM, 1]");
  }

  @Property
  void theMessagesTogetherAreTheTextAndEachFits(@ForAll("texts") String text) {
    SmsSegments segments = SmsSegments.of(text);

    assertThat(String.join("", segments.parts())).isEqualTo(text);
    int limit = segments.coding() == Coding.GSM ? segments.count() == 1 ? 160 : 153 : segments.count() == 1 ? 70 : 67;
    assertThat(segments.parts()).allSatisfy(part -> {
      assertThat(segments.coding() == Coding.GSM ? GsmAlphabet.encode(part).length : part.length())
          .isLessThanOrEqualTo(limit);
      assertThat(part.isEmpty() || !Character.isLowSurrogate(part.charAt(0))).isTrue();
    });
  }

  @Property
  void whatTheGsmAlphabetHasComesBackAsItWas(@ForAll("gsmTexts") String text) {
    assertThat(GsmAlphabet.decode(GsmAlphabet.encode(text))).isEqualTo(text);
  }

  @Example
  void whatTheGsmAlphabetHasNotIsRefusedAndNotGuessed() {
    assertThatIllegalArgumentException().isThrownBy(() -> GsmAlphabet.encode("请"));
    assertThat(GsmAlphabet.decode(new byte[] {0x41, (byte) 0x80, 0x42})).isEqualTo("A?B");
    assertThat(GsmAlphabet.encode("@€")).containsExactly(0x00, 0x1B, 0x65);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> unicode = Arbitraries.of("a", "請", EMOJI, "€", "é", "\n").list().ofMaxSize(400)
        .map(characters -> characters.stream().collect(Collectors.joining()));
    return Arbitraries.oneOf(gsmTexts(), unicode);
  }

  @Provide
  Arbitrary<String> gsmTexts() {
    return Arbitraries.strings().withChars("ab[]{}€~^|\\@£ñÄ\n Δ").ofMaxLength(700);
  }

  private static void assertCount(Coding coding, int count, String text) {
    SmsSegments segments = SmsSegments.of(text);
    assertThat(segments.coding()).isEqualTo(coding);
    assertThat(segments.count()).isEqualTo(count);
  }
}
