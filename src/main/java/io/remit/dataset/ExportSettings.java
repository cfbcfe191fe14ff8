package io.remit.dataset;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where and when figures are exported by themselves.
 *
 * @param folder empty for never
 * @param at a cron expression of Spring's, in the creditor's zone
 * @param key the Base64 of 32 bytes, by which pseudonyms are made; empty for none
 */
@ConfigurationProperties("remit.figures.export")
record ExportSettings(String folder, String at, String key) {

  static final String PREFIX = "remit.figures.export";

  /**
   * Those by the key.
   *
   * @throws ExportRefusedException if there is none
   */
  KeyedPseudonyms pseudonyms() {
    return KeyedPseudonyms.of(key);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ExportSettings[" + folder + ", " + at + "]";
  }
}
