package io.remit.files;

/**
 * A file that lies within a document.
 *
 * @param name letters, digits, {@code . _ -}
 * @param mimeType such as {@code text/csv}
 * @param description a few words that say what it is
 */
public record Attachment(String name, String mimeType, String description, byte[] content) {

  /** Of its content. */
  public String sha256() {
    return Sha256.of(content);
  }

  /** Names the file and nothing of what is in it. */
  @Override
  public String toString() {
    return "Attachment[" + name + "]";
  }
}
