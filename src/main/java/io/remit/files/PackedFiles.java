package io.remit.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files into one ZIP, in memory: the same files are the same bytes, whenever they are packed. */
public final class PackedFiles {

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(packed);

  /** One of them, as the manifest names it. */
  public record Content(String name, int bytes, String sha256) {

    /** Names a file. */
    public static Content of(String name, byte[] content) {
      return new Content(name, content.length, Sha256.of(content));
    }
  }

  /** Adds a file. */
  public PackedFiles add(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    try {
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** Adds a message as a file. */
  public PackedFiles add(String name, Record message, ObjectMapper json) {
    return add(name, written(message, json));
  }

  /** A message as a file of JSON for people and programs. */
  public static byte[] written(Record message, ObjectMapper json) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record can be written", impossible);
    }
  }

  /** The ZIP; nothing can be added any more. */
  public byte[] zip() {
    try {
      zip.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
