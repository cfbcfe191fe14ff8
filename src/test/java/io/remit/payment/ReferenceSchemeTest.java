package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.payment.ReferenceSettings.Reference;
import io.remit.payment.ReferenceSettings.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** References with check digits; those that countries give as examples where they publish the rule. */
class ReferenceSchemeTest {

  @ParameterizedTest
  @CsvSource({"RF, RF18539007547034, 539007547034", "RF, RF42L100017, L100017", "RF, RF18539007547035, -",
      "RF, RF18, -", "RF, XX18539, -", "RF, RF181234561, -",
      "SWISS_QR, 210000000003139471430009017, 21000000000313947143000901", "SWISS_QR, 210000000003139471430009018, -",
      "SWISS_QR, 21000000000313947143000901, -",
      "BELGIAN_OGM, 090933755493, 0909337554", "BELGIAN_OGM, 090933755494, -",
      "FINNISH, 1234561, 123456", "FINNISH, 1234562, -",
      "NORWEGIAN_KID, 2345676, 234567", "NORWEGIAN_KID, 2345677, -", "NORWEGIAN_KID, 12345678903, 1234567890",
      "SWEDISH_OCR, 1234566, 123456", "SWEDISH_OCR, 1234567, -",
      "DANISH_FIK, 71000000000000018, 00000000000001", "DANISH_FIK, 71000000000000019, -",
      "SLOVENIAN, SI121234567, -", "SLOVENIAN, SI121236, 123", "SLOVENIAN, SI001234567, 1234567",
      "CROATIAN, HR011236, 123", "CROATIAN, HR011237, -", "CROATIAN, HR001234567, 1234567",
      "DUTCH, 1000056789012346, -", "DUTCH, 5000056789012345, 000056789012345"})
  void theOwnPartIsToldIfTheCheckDigitsAreRight(ReferenceScheme scheme, String reference, String own) {
    assertThat(scheme.ownParts(reference).stream().findFirst().orElse("-")).isEqualTo(own);
  }

  @Test
  void aLengthDigitBeforeTheCheckDigitMayBeLeftOut() {
    assertThat(ReferenceScheme.SWEDISH_OCR.ownParts("48291785")).containsExactly("4829178", "482917");
  }

  @Test
  void aFinnishReferenceMayBeInAnInternationalOne() {
    assertThat(ReferenceScheme.RF.ownParts("RF341234561")).containsExactly("1234561", "123456");
  }

  @Test
  void theCreditorSaysWhichPartIsTheNumber() {
    ReferenceSettings settings = new ReferenceSettings(List.of(new Reference(ReferenceScheme.SWISS_QR, 7, 16)));

    assertThat(settings.numbersIn("210000000003139471430009017", "CHF"))
        .containsExactly(new Told("0000031394", true, true));
    assertThat(settings.numbersIn("1234561", "EUR")).isEmpty();
  }

  @Test
  void whatIsSetIsReadAndChecked() {
    assertThat(bound(Map.of("remit.references[0].scheme", "FINNISH", "remit.references[1].scheme", "swiss-qr",
        "remit.references[1].from", "7", "remit.references[1].to", "16")).references()).containsExactly(
            new Reference(ReferenceScheme.FINNISH, null, null), new Reference(ReferenceScheme.SWISS_QR, 7, 16));
    assertThatThrownBy(() -> bound(Map.of("remit.references[0].scheme", "RF", "remit.references[0].from", "0")))
        .hasStackTraceContaining("remit.references: RF: from is 1 or above");
    assertThatThrownBy(() -> bound(Map.of("remit.references[0].from", "1")))
        .hasStackTraceContaining("remit.references: each needs a scheme");
  }

  private static ReferenceSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("remit", Bindable.of(ReferenceSettings.class));
  }
}
