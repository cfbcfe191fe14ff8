package io.remit.gate;

/** Where rules of contact of their own hold; all other places have the default ones. */
public enum Jurisdiction {
  CN, US, GB, DEFAULT;

  /** The jurisdiction of a country, an ISO 3166-1 code. */
  static Jurisdiction of(String country) {
    for (Jurisdiction jurisdiction : values()) {
      if (jurisdiction.name().equals(country)) {
        return jurisdiction;
      }
    }
    return DEFAULT;
  }
}
