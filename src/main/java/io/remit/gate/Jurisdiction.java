package io.remit.gate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where rules of contact of their own hold: a country, whose rows stand in place of the default ones, or a region,
 * whose rows hold beside those of its country. All other places have the default ones.
 */
public enum Jurisdiction {
  CN, US, GB, AU, CA, CL, CO, GR, IN, KR, PE, RU, TH,
  US_DC("US-DC"), US_MA("US-MA"), US_NY("US-NY"), US_WA("US-WA"), CA_QC("CA-QC"),
  DEFAULT;

  private final String code;

  Jurisdiction() {
    this.code = name();
  }

  Jurisdiction(String code) {
    this.code = code;
  }

  /** As the table names it: ISO 3166-1 of a country, ISO 3166-2 of a region, or {@code DEFAULT}. */
  public String code() {
    return code;
  }

  /** The jurisdiction of a country, an ISO 3166-1 code. */
  static Jurisdiction of(String country) {
    return named(country).orElse(DEFAULT);
  }

  /** The jurisdiction of a region, an ISO 3166-2 code; empty if it has no rules of its own. */
  static Optional<Jurisdiction> ofRegion(String region) {
    return named(region).filter(found -> found.code.contains("-"));
  }

  private static Optional<Jurisdiction> named(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  @Override
  public String toString() {
    return code;
  }
}
