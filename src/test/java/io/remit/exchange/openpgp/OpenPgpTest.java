package io.remit.exchange.openpgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.exchange.openpgp.RefusedFileException.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class OpenPgpTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final byte[] CONTENT = "case_number,debtor_name\r\n100001,王小明\r\n".getBytes(UTF_8);
  private static final int MOST = 1 << 20;
  private static final OwnKey LENDER = OwnKey.generate("Example Bank", NOW.minusSeconds(60));
  private static final OwnKey PARTNER = OwnKey.generate("Agency", NOW.minusSeconds(60));
  private static final OwnKey STRANGER = OwnKey.generate("Stranger", NOW.minusSeconds(60));

  private final OpenPgp lender = with(LENDER);
  private final OpenPgp partner = with(PARTNER);
  private final Certificate partnerKey = lender.certificate(PARTNER.armoredPublicKey());
  private final Certificate lenderKey = partner.certificate(LENDER.armoredPublicKey());

  @Test
  void whatIsSealedIsOpenedByThePartnerAloneAndIsNowhereInPlainText() {
    byte[] sealed = lender.seal(CONTENT, "cases.csv", partnerKey);

    assertThat(partner.open(sealed, lenderKey, MOST)).isEqualTo(CONTENT);
    assertThat(new String(sealed, UTF_8)).doesNotContain("case_number", "cases.csv", "王小明", "Agency");
    refused(with(STRANGER), sealed, lenderKey, Rule.NOT_FOR_US);
    refused(partner, sealed, partner.certificate(STRANGER.armoredPublicKey()), Rule.WRONG_SIGNER);
  }

  /**
   * The few bits that may be otherwise bear nothing: how many leading zeros a number in the head has, and the sign of
   * one that has none.
   */
  @Test
  void aFlippedBitIsRefused() {
    byte[] sealed = lender.seal(CONTENT, "cases.csv", partnerKey);
    int unseen = 0;

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(partner.open(flipped, lenderKey, MOST)).isEqualTo(CONTENT);
        assertThat(bit / 8).as("byte of the head").isLessThan(50);
        unseen++;
      } catch (RefusedFileException seen) {
        assertThat(seen).hasMessageStartingWith("The file ");
      }
    }

    assertThat(unseen).isLessThanOrEqualTo(4);
  }

  @Test
  void aFileThatIsCutOffOrGoesOnOrIsNoiseIsRefused() {
    byte[] sealed = lender.seal(CONTENT, "cases.csv", partnerKey);
    Random random = new Random(16);

    for (int length = 0; length < sealed.length; length += 7) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> partner.open(cut, lenderKey, MOST)).isInstanceOf(RefusedFileException.class);
    }
    for (int i = 0; i < 2000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> partner.open(noise, lenderKey, MOST)).isInstanceOf(RefusedFileException.class);
    }
  }

  @Test
  void anEmptyFileAndOneOfTheLargestSizeAreSealedAndMoreIsRefused() {
    assertThat(partner.open(lender.seal(new byte[0], "a.csv", partnerKey), lenderKey, MOST)).isEmpty();
    assertThat(partner.open(lender.seal(new byte[MOST], "a.csv", partnerKey), lenderKey, MOST)).hasSize(MOST);
    refused(partner, lender.seal(new byte[MOST + 1], "a.csv", partnerKey), lenderKey, Rule.TOO_LARGE);
  }

  @Test
  void plainTextIsNoSealedFile() {
    refused(partner, CONTENT, lenderKey, Rule.NOT_ENCRYPTED);
    refused(partner, LENDER.armoredPublicKey().getBytes(UTF_8), lenderKey, Rule.NOT_ENCRYPTED);
  }

  @Test
  void aFingerprintIsRecognisedHoweverItIsSpaced() {
    String typed = partnerKey.fingerprint().toLowerCase(Locale.ROOT).replaceAll("(....)", "$1 ");

    assertThat(partnerKey.fingerprint()).matches("[0-9A-F]{40}").isEqualTo(PARTNER.fingerprint());
    assertThat(Certificate.isFingerprint(typed, partnerKey.fingerprint())).isTrue();
    assertThat(Certificate.isFingerprint(lenderKey.fingerprint(), partnerKey.fingerprint())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-----BEGIN PGP PUBLIC KEY BLOCK-----", "ssh-ed25519 AAAA",
      "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEAAAA\n-----END PGP PUBLIC KEY BLOCK-----\n"})
  void whatIsNoKeyIsRefusedWithASentence(String armored) {
    assertThatThrownBy(() -> lender.certificate(armored)).isInstanceOf(UnusableKeyException.class);
  }

  @Test
  void twoKeysAndAKeyOfTheFutureAreNotTaken() {
    String two = PARTNER.armoredPublicKey() + "\n" + STRANGER.armoredPublicKey();

    assertThatThrownBy(() -> lender.certificate(two)).isInstanceOf(UnusableKeyException.class);
    String future = OwnKey.generate("Later", NOW.plusSeconds(86_400)).armoredPublicKey();
    assertThatThrownBy(() -> lender.certificate(future)).isInstanceOf(UnusableKeyException.class);
  }

  @Test
  void aKeySaysOfItselfNoMoreThanItsFingerprint() {
    assertThat(LENDER).hasToString(LENDER.fingerprint());
    assertThat(LENDER.armoredSecretKey()).contains("PRIVATE KEY");
    assertThat(OwnKey.read(LENDER.armoredSecretKey(), "").fingerprint()).isEqualTo(LENDER.fingerprint());
  }

  private static OpenPgp with(OwnKey key) {
    return new OpenPgp(() -> key, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static void refused(OpenPgp by, byte[] sealed, Certificate from, Rule rule) {
    assertThatThrownBy(() -> by.open(sealed, from, MOST)).isInstanceOfSatisfying(RefusedFileException.class,
        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
