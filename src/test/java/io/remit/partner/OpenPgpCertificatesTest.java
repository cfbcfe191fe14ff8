package io.remit.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of partners are taken, and what is read of them. */
@Tag("long")
class OpenPgpCertificatesTest {

  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

  @Test
  void theFingerprintIsThatOfTheKeyAndItsEndIsKnown() {
    OpenPGPKey pair = PartnersForTests.pair(MADE);

    OpenPgpCertificates.Read read =
        OpenPgpCertificates.read("Dear bank,\n\n" + PartnersForTests.certificate(pair), NOW);

    assertThat(read.fingerprint()).isEqualTo(pair.getPrettyFingerprint().replace(" ", ""));
    assertThat(read.armoured()).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----").doesNotContain("Dear bank");
    assertThat(read.expires()).as("the library's five years").contains(LocalDate.parse("2030-12-30"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31T23:59:59Z", "2031-06-01T00:00:00Z"})
  void aKeyThatCannotBeUsedNowIsRefused(String now) {
    String certificate = PartnersForTests.certificate(PartnersForTests.pair(MADE));

    assertThatThrownBy(() -> OpenPgpCertificates.read(certificate, Instant.parse(now)))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining("nothing can be encrypted with this key now");
  }

  @Test
  void aKeyForSigningOnlyIsRefused() throws Exception {
    OpenPGPKey pair = new BcOpenPGPApi().generateKey(PublicKeyPacket.VERSION_4, Date.from(MADE)).signOnlyKey().build();

    assertThatThrownBy(() -> OpenPgpCertificates.read(PartnersForTests.certificate(pair), NOW))
        .hasMessageContaining("only for signing");
  }

  @Test
  void aSecretKeyIsRefusedAndThePartnerIsToMakeANewPair() throws Exception {
    String secret = PartnersForTests.pair(MADE).toAsciiArmoredString();

    assertThatThrownBy(() -> OpenPgpCertificates.read(secret, NOW)).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("armoured: this is a secret key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a key",
      "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----",
      "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"})
  void whatIsNoKeyIsRefused(String written) {
    assertThatThrownBy(() -> OpenPgpCertificates.read(written, NOW)).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("armoured: ");
  }

  @Test
  void twoKeysAtOnceAreRefused() {
    String two = PartnersForTests.certificate(PartnersForTests.pair(MADE))
        + PartnersForTests.certificate(PartnersForTests.pair(MADE));

    assertThatThrownBy(() -> OpenPgpCertificates.read(two, NOW)).hasMessageContaining("must be one public key");
  }

  /** As a partner would make and tell it. */
  @Test
  void aKeyOfGnuPgIsReadWithTheFingerprintThatGnuPgTells(@TempDir Path home) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gpg")), "gpg is not installed");
    gpg(home, "--quick-generate-key", "--passphrase", "", "Agency <a@example.com>", "default", "default", "2y");
    gpg(home, "--quick-generate-key", "--passphrase", "", "Other <o@example.com>", "future-default", "default", "2y");
    for (String user : List.of("a@example.com", "o@example.com")) {
      String told = gpg(home, "--with-colons", "--fingerprint", user).lines().filter(line -> line.startsWith("fpr"))
          .findFirst().orElseThrow().split(":")[9];

      OpenPgpCertificates.Read read = OpenPgpCertificates.read(gpg(home, "--armor", "--export", user), Instant.now());

      assertThat(read.fingerprint()).isEqualTo(told);
      assertThat(read.expires()).isPresent();
    }
  }

  private static String gpg(Path home, String... arguments) throws Exception {
    ProcessBuilder command = new ProcessBuilder("/usr/bin/gpg", "--homedir", home.toString(), "--batch");
    command.command().addAll(List.of(arguments));
    Process running = command.redirectError(home.resolve("errors").toFile()).start();
    String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(Files.readString(home.resolve("errors"))).isZero();
    return output;
  }
}
