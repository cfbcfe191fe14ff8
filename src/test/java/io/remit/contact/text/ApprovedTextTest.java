package io.remit.contact.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.remit.files.PlainText;
import io.remit.gate.RenderedText;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovedTextTest {

  private static final ApprovedText TEXT = new ApprovedText("overdue-email", "en", 3, "For {debtorName}",
      "Dear {debtorName},\nplease pay {overdueAmount}, reference {paymentReference}.");

  @Test
  void fillsInSubjectAndBody() {
    RenderedText rendered = TEXT.render(values("Ana Müller-O'Neil"));

    assertThat(rendered).isEqualTo(new RenderedText("overdue-email", "en", 3, "For Ana Müller-O'Neil",
        "Dear Ana Müller-O'Neil,\nplease pay EUR 46.00, reference L-1.2."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{overdueAmount}", "${7*7}", "$1", "\\", "\\$0", "{debtorName}", "#{x}", "<b>&amp;</b>",
      "%s"})
  void takesAValueAsNothingButText(String name) {
    assertThat(TEXT.render(values(name)).subject()).isEqualTo("For " + name);
  }

  @Property
  void aNameNeverAddsALineOrChangesTheRest(@ForAll String name) {
    if (PlainText.inOneLine(name).isEmpty()) {
      return;
    }
    RenderedText rendered = TEXT.render(values(name));

    assertThat(rendered.subject().lines()).hasSize(1);
    assertThat(rendered.body().lines()).hasSize(2);
    assertThat(rendered.body()).endsWith("please pay EUR 46.00, reference L-1.2.");
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '"', textBlock = """
      "Ana\\nSubject: x",             Ana Subject: x
      "Ana\\r\\n\\r\\nPay here",        Ana Pay here
      "  Ana \\t  Berg ",             Ana Berg
      """)
  void keepsAValueInOneLine(String name, String shown) {
    assertThat(TEXT.render(values(name.translateEscapes())).subject()).isEqualTo("For " + shown);
  }

  @Test
  void dropsCharactersThatTurnTheDirectionOfReading() {
    assertThat(TEXT.render(values("Ana\u202E\u0000\u0085\u2028Berg")).subject()).isEqualTo("For Ana Berg");
  }

  @ParameterizedTest
  @CsvSource({
      "http://pay.example/x,     http: //pay. example/x",
      "WWW.PAY.EXAMPLE,          WWW. PAY. EXAMPLE",
      "a@pay.example,            a@pay. example",
      "198.51.100.7,             198. 51. 100. 7",
      "付款。中国,                付款。 中国",
      "ｗｗｗ．ｐａｙ．ｃｏｍ,            ｗｗｗ． ｐａｙ． ｃｏｍ",
      "пример.рф,                пример. рф",
      "pay․example,              pay․ example",
      "pay﹒example,              pay﹒ example",
      "www .pay .example,        www . pay . example",
      "http:／／pay,               http: ／／pay",
      "tel:+44900123456,         tel: +44900123456",
      "'a.[b',                   'a.[b'",
      "J.R. Ewing,               J. R. Ewing",
      "Dr. Ana Berg,             Dr. Ana Berg",
      "'Acme Co.,Ltd.',          'Acme Co.,Ltd.'"
  })
  void takesWebAddressesInTheDebtorsNameApart(String name, String shown) {
    assertThat(TEXT.render(values(name)).subject()).isEqualTo("For " + shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay.\u200Bexample", "pay.\u00ADexample", "pay\u2060.example", "pay.\uFEFFexample",
      "pay.\uDB40\uDC61example"})
  void invisibleCharactersDoNotHideAWebAddress(String name) {
    assertThat(TEXT.render(values(name)).subject()).isEqualTo("For pay. example");
  }

  @Test
  void aJoinerHidesNoWebAddressAndStaysInNamesThatAreSpeltWithIt() {
    assertThat(TEXT.render(values("pay.\u200Dexample")).subject()).isEqualTo("For pay. \u200Dexample");
    assertThat(TEXT.render(values("می\u200Cخواهم")).subject()).isEqualTo("For می\u200Cخواهم");
  }

  @Test
  void dropsHalvesOfCharactersThatNoGatewayCouldEncode() {
    assertThat(TEXT.render(values("Ana\uD800Berg")).subject()).isEqualTo("For Ana Berg");
  }

  @Test
  void refusesToGuessAMissingValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXT.render(Map.of(Placeholder.DEBTOR_NAME, "Ana", Placeholder.OVERDUE_AMOUNT, "\n ")))
        .withMessageContaining("{overdueAmount}")
        .withMessageNotContaining("Ana");
  }

  @Test
  void aRenderedTextDoesNotTellPersonalDataToLogs() {
    assertThat(TEXT.render(values("Ana Berg"))).asString().doesNotContain("Ana").contains("overdue-email");
  }

  private static Map<Placeholder, String> values(String debtorName) {
    return Map.of(Placeholder.DEBTOR_NAME, debtorName, Placeholder.OVERDUE_AMOUNT, "EUR 46.00",
        Placeholder.PAYMENT_REFERENCE, "L-1.2");
  }
}
