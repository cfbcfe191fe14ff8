package io.remit.exchange;

import io.remit.exchange.openpgp.Certificate;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.files.WorkFolder;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Files that are sealed once and kept as they are, encrypted, in the work folder: sealing again would give other bytes,
 * and who is sent the same file twice could not tell. We could not open them ourselves.
 */
@Component
public class SealedFiles {

  private final OpenPgp openPgp;
  private final WorkFolder workFolder;

  SealedFiles(OpenPgp openPgp, WorkFolder workFolder) {
    this.openPgp = openPgp;
    this.workFolder = workFolder;
  }

  /**
   * A sealed file, made the first time.
   *
   * @param fileName of the plain file: letters, digits, {@code . _ -}
   * @param key the confirmed key of whom it is for; with another key the file is sealed anew
   * @param plain what is in it, asked for only if it was not sealed before
   * @return an OpenPGP message, binary; the same bytes each time
   */
  public byte[] of(Correspondent to, String fileName, Certificate key, Supplier<byte[]> plain) {
    String[] kept = {"sealed", to.id(), key.fingerprint(), fileName + ".pgp"};
    Optional<byte[]> before = workFolder.read(kept);
    if (before.isPresent()) {
      return before.get();
    }
    byte[] sealed = openPgp.seal(plain.get(), fileName, key);
    workFolder.write(sealed, kept);
    return sealed;
  }
}
