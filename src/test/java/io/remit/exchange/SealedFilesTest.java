package io.remit.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.exchange.openpgp.Certificate;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.exchange.openpgp.UnusableKeyException;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFilesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String SECRET = "Ana Berg of Hauptstrasse";
  private static final OwnKey PARTNER = OwnKey.generate("Agency", NOW);

  @TempDir
  Path work;

  @Test
  void aFileIsSealedOnceAndIsTheSameEachTime() {
    OpenPgp openPgp = new OpenPgp(ownKey(true), CLOCK);
    Certificate key = openPgp.certificate(PARTNER.armoredPublicKey());
    SealedFiles files = new SealedFiles(openPgp, workFolder());
    AtomicInteger asked = new AtomicInteger();
    Supplier<byte[]> plain = () -> (SECRET + asked.incrementAndGet()).getBytes(UTF_8);

    byte[] first = files.of(Exchange.AGENCY, "batch-7.csv", key, plain);

    assertThat(files.of(Exchange.AGENCY, "batch-7.csv", key, plain)).isEqualTo(first);
    assertThat(asked).hasValue(1);
    OpenPgp partner = new OpenPgp(() -> PARTNER, CLOCK);
    assertThat(partner.open(first, partner.certificate(openPgp.ownPublicKey()), 1000)).asString(UTF_8)
        .isEqualTo(SECRET + 1);
  }

  @Test
  void anotherKeyOfThePartnerHasTheFileSealedAnew() {
    OpenPgp openPgp = new OpenPgp(ownKey(true), CLOCK);
    SealedFiles files = new SealedFiles(openPgp, workFolder());
    OwnKey renewed = OwnKey.generate("Agency", NOW);
    byte[] old = files.of(Exchange.AGENCY, "a.csv", openPgp.certificate(PARTNER.armoredPublicKey()), () -> new byte[1]);
    byte[] anew =
        files.of(Exchange.AGENCY, "a.csv", openPgp.certificate(renewed.armoredPublicKey()), () -> new byte[1]);

    assertThat(anew).isNotEqualTo(old);
    OpenPgp partner = new OpenPgp(() -> renewed, CLOCK);
    assertThat(partner.open(anew, partner.certificate(openPgp.ownPublicKey()), 1000)).hasSize(1);
  }

  @Test
  void noPlainTextIsEverOnTheDisk() throws IOException {
    OpenPgp openPgp = new OpenPgp(ownKey(true), CLOCK);
    new SealedFiles(openPgp, workFolder()).of(Exchange.AGENCY, "batch-7.csv",
        openPgp.certificate(PARTNER.armoredPublicKey()), () -> SECRET.repeat(1000).getBytes(UTF_8));

    try (Stream<Path> files = Files.walk(work)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(3).allSatisfy(file ->
          assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("Ana Berg", "batch-7"));
    }
  }

  @Test
  void theDemosKeyIsMadeOnceAndIsOursAlone() throws IOException {
    String fingerprint = ownKey(true).get().fingerprint();

    assertThat(ownKey(true).get().fingerprint()).isEqualTo(fingerprint);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("exchange/own-key.asc"))))
        .isEqualTo("rw-------");
    assertThat(work.resolve("exchange/own-public-key.asc")).content().contains("PUBLIC KEY").doesNotContain("PRIVATE");
  }

  @Test
  void aSetKeyIsReadFromItsFileOrItsText() throws IOException {
    Path file = Files.writeString(work.resolve("key.asc"), PARTNER.armoredSecretKey());

    assertThat(keyOf(file.toUri().toString()).get().fingerprint()).isEqualTo(PARTNER.fingerprint());
    assertThat(keyOf(PARTNER.armoredSecretKey()).get().fingerprint()).isEqualTo(PARTNER.fingerprint());
  }

  @Test
  void withoutAKeyNothingIsSealedAndWhatIsMissingIsSaid() {
    OpenPgp without = new OpenPgp(ownKey(false), CLOCK);
    Certificate key = without.certificate(PARTNER.armoredPublicKey());

    assertThatThrownBy(() -> without.seal(new byte[1], "a.csv", key)).isInstanceOf(UnusableKeyException.class)
        .hasMessage("We have no OpenPGP key: set remit.exchange.key");
    assertThatThrownBy(() -> keyOf("no key at all -----BEGIN").get()).isInstanceOf(UnusableKeyException.class);
  }

  private WorkFolder workFolder() {
    return new WorkFolder(work.toString());
  }

  private Supplier<OwnKey> ownKey(boolean make) {
    return new OwnKeyFile(new ExchangeSettings("", "", make, Map.of()), workFolder(), "Example Bank", CLOCK);
  }

  private Supplier<OwnKey> keyOf(String key) {
    return new OwnKeyFile(new ExchangeSettings(key, "", false, Map.of()), workFolder(), "Example Bank", CLOCK);
  }
}
