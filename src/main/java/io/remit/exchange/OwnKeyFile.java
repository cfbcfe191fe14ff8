package io.remit.exchange;

import io.remit.exchange.openpgp.OwnKey;
import io.remit.exchange.openpgp.UnusableKeyException;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;

/** Where our OpenPGP key pair comes from: a setting, or in the demo the work folder. Read when it is first needed. */
final class OwnKeyFile implements Supplier<OwnKey> {

  private static final String SECRET = "own-key.asc";
  private static final String PUBLIC = "own-public-key.asc";

  private final ExchangeSettings settings;
  private final WorkFolder workFolder;
  private final String name;
  private final Clock clock;
  private @Nullable OwnKey key;

  /** @param name whose key it is, if one is made */
  OwnKeyFile(ExchangeSettings settings, WorkFolder workFolder, String name, Clock clock) {
    this.settings = settings;
    this.workFolder = workFolder;
    this.name = name;
    this.clock = clock;
  }

  /** @throws UnusableKeyException if none is set, or it cannot be used */
  @Override
  public synchronized OwnKey get() {
    OwnKey known = key;
    if (known == null) {
      known = settings.key().isBlank() ? keptOrMade() : OwnKey.read(text(settings.key()), settings.keyPassphrase());
      key = known;
    }
    return known;
  }

  private OwnKey keptOrMade() {
    if (!settings.makeKey()) {
      throw new UnusableKeyException("We have no OpenPGP key: set remit.exchange.key");
    }
    return workFolder.read("exchange", SECRET)
        .map(kept -> OwnKey.read(new String(kept, StandardCharsets.US_ASCII), "")).orElseGet(this::made);
  }

  private OwnKey made() {
    OwnKey made = OwnKey.generate(name, clock.instant());
    workFolder.write(made.armoredPublicKey().getBytes(StandardCharsets.US_ASCII), "exchange", PUBLIC);
    workFolder.write(made.armoredSecretKey().getBytes(StandardCharsets.US_ASCII), "exchange", SECRET);
    return made;
  }

  private static String text(String key) {
    if (key.contains("-----BEGIN")) {
      return key;
    }
    try (InputStream file = new DefaultResourceLoader().getResource(key).getInputStream()) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("remit.exchange.key names a file that cannot be read", unreadable);
    }
  }
}
