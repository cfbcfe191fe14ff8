package io.remit.outsourcing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A batch as its partner sees it. */
public final class OpenedBatch {

  private static final int MOST = 50_000_000;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private OpenedBatch(byte[] zip) {
    try (ZipInputStream packed = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
        files.put(entry.getName(), packed.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a sealed batch, which has to be signed by us.
   *
   * @param partner the partner's pair
   * @param ourKey our public key, armoured
   */
  public static OpenedBatch of(byte[] sealed, OwnKey partner, String ourKey) {
    OpenPgp theirs = new OpenPgp(() -> partner, Clock.systemUTC());
    return new OpenedBatch(theirs.open(sealed, theirs.certificate(ourKey), MOST));
  }

  /** What is in the ZIP, opened by other means. */
  public static OpenedBatch ofZip(byte[] zip) {
    return new OpenedBatch(zip);
  }

  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  public byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  public String cases() {
    return new String(file("cases.csv"), StandardCharsets.UTF_8);
  }

  public JsonNode manifest() {
    try {
      return new ObjectMapper().readTree(file("manifest.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
