package io.remit.exchange.openpgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.exchange.openpgp.RefusedFileException.Rule;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we seal a partner opens with Debian's gpg, and we open what that gpg sealed. */
@Tag("long")
@EnabledIf("io.remit.exchange.openpgp.Gpg#mustStart")
class GpgTest {

  private static final byte[] CONTENT = "case_number,debtor_name\r\n100001,王小明\r\n".repeat(500).getBytes(UTF_8);
  private static final int MOST = 1 << 20;
  private static final Clock CLOCK = Clock.systemUTC();

  private static Gpg gpg;
  private static OwnKey ours;
  private static OpenPgp openPgp;

  @BeforeAll
  static void aPartnerWithKeysOfAllKinds() {
    gpg = new Gpg();
    gpg.makeRsaKey("rsa@partner.example");
    gpg.makeCurveKey("curve@partner.example", "");
    gpg.makeCurveKey("stranger@partner.example", "");
    ours = OwnKey.generate("Example Bank", CLOCK.instant());
    openPgp = new OpenPgp(() -> ours, CLOCK);
    gpg.take(ours.armoredPublicKey());
  }

  @AfterAll
  static void gone() {
    gpg.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa@partner.example", "curve@partner.example"})
  void aPartnerOpensWithGpgWhatWeSealed(String partner) {
    Certificate key = openPgp.certificate(gpg.publicKey(partner));

    byte[] sealed = openPgp.seal(CONTENT, "cases.csv", key);

    assertThat(key.fingerprint()).isEqualTo(gpg.fingerprint(partner));
    assertThat(gpg.open(sealed)).isEqualTo(CONTENT);
    assertThat(gpg.said()).contains("GOODSIG", "VALIDSIG", ours.fingerprint(), "GOODMDC", "cases.csv");
  }

  @ParameterizedTest
  @CsvSource({"rsa@partner.example, zlib", "rsa@partner.example, bzip2", "curve@partner.example, none",
      "curve@partner.example, zip"})
  void weOpenWhatAPartnerSealedWithGpg(String partner, String compression) {
    byte[] sealed = gpg.seal(CONTENT, ours.fingerprint(), "--sign", "--local-user", partner, "--compress-algo",
        compression);

    assertThat(openPgp.open(sealed, openPgp.certificate(gpg.publicKey(partner)), MOST)).isEqualTo(CONTENT);
  }

  @Test
  void anArmouredAnswerIsOpenedToo() {
    byte[] sealed = gpg.seal(CONTENT, ours.fingerprint(), "--armor", "--sign", "--local-user",
        "curve@partner.example");

    assertThat(openPgp.open(sealed, curve(), MOST)).isEqualTo(CONTENT);
  }

  @Test
  void anAnswerWithoutASignatureOrByAnotherKeyIsRefused() {
    byte[] unsigned = gpg.seal(CONTENT, ours.fingerprint());
    byte[] byStranger = gpg.seal(CONTENT, ours.fingerprint(), "--sign", "--local-user", "stranger@partner.example");

    refused(unsigned, Rule.NOT_SIGNED);
    refused(byStranger, Rule.WRONG_SIGNER);
  }

  @Test
  void anAnswerThatIsSignedWithAWeakHashIsRefused() {
    byte[] weak = gpg.seal(CONTENT, ours.fingerprint(), "--sign", "--local-user", "rsa@partner.example",
        "--digest-algo", "SHA1");

    assertThatThrownBy(() -> openPgp.open(weak, openPgp.certificate(gpg.publicKey("rsa@partner.example")), MOST))
        .isInstanceOfSatisfying(RefusedFileException.class,
            refusal -> assertThat(refusal.rule()).isEqualTo(Rule.WRONG_SIGNATURE));
  }

  @Test
  void anAnswerToSomebodyElseIsRefused() {
    refused(gpg.seal(CONTENT, "stranger@partner.example", "--sign", "--local-user", "curve@partner.example"),
        Rule.NOT_FOR_US);
  }

  @Test
  void anAnswerThatUnpacksToMoreThanIsTakenIsRefused() {
    byte[] bomb = gpg.seal(new byte[200 << 20], ours.fingerprint(), "--sign", "--local-user", "curve@partner.example",
        "--compress-algo", "bzip2");

    assertThat(bomb.length).isLessThan(100_000);
    refused(bomb, Rule.TOO_LARGE);
  }

  @Test
  void ourOwnKeyCanBeOneThatGpgMadeWithAPassphrase() {
    gpg.makeCurveKey("bank@lender.example", "correct horse");
    String armored = gpg.secretKey("bank@lender.example", "correct horse");
    OwnKey made = OwnKey.read(armored, "correct horse");
    OpenPgp withIt = new OpenPgp(() -> made, CLOCK);

    assertThat(gpg.open(withIt.seal(CONTENT, "cases.csv", curve()))).isEqualTo(CONTENT);
    byte[] answer = gpg.seal(CONTENT, made.fingerprint(), "--sign", "--local-user", "curve@partner.example");
    assertThat(withIt.open(answer, curve(), MOST)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> OwnKey.read(armored, "wrong")).isInstanceOf(UnusableKeyException.class)
        .hasMessage("remit.exchange.key-passphrase does not open our own key");
  }

  @Test
  void aKeyThatWasRevokedOrExpiredOrOnlySignsIsNotTaken() {
    gpg.run("--passphrase", "", "--quick-generate-key", "signs@partner.example", "ed25519", "sign", "never");

    assertThatThrownBy(() -> openPgp.certificate(gpg.publicKey("signs@partner.example")))
        .isInstanceOf(UnusableKeyException.class).hasMessageContaining("Nothing can be encrypted");
    assertThatThrownBy(() -> openPgp.certificate(gpg.secretKey("stranger@partner.example", "")))
        .isInstanceOf(UnusableKeyException.class).hasMessageContaining("secret key");
  }

  private static Certificate curve() {
    return openPgp.certificate(gpg.publicKey("curve@partner.example"));
  }

  private static void refused(byte[] sealed, Rule rule) {
    assertThatThrownBy(() -> openPgp.open(sealed, curve(), MOST)).isInstanceOfSatisfying(RefusedFileException.class,
        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
