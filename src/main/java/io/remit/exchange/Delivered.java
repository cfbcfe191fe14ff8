package io.remit.exchange;

import java.time.Instant;

/**
 * That a file was brought to somebody: the receipt.
 *
 * @param correspondent whom, by id
 * @param fileName as it is called there
 * @param sha256 of the file as it was read back there, in lower case hexadecimal digits
 */
public record Delivered(String correspondent, String fileName, Way way, long bytes, String sha256, Instant at) {

  /** How it went. */
  public enum Way {
    FOLDER, SFTP
  }
}
