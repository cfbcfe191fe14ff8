package io.remit.demo;

import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A city where debtors live.
 *
 * @param phonePrefix the start of the numbers that the country keeps for fiction, in E.164; null if it has none
 * @param phoneDigits how many digits follow the prefix
 */
record Place(String city, String region, String timeZone, @Nullable String phonePrefix, int phoneDigits) {

  /** A number that rings nowhere, or null. */
  @Nullable String phone(Random random) {
    if (phonePrefix == null) {
      return null;
    }
    int range = (int) Math.pow(10, phoneDigits);
    return phonePrefix + String.format(Locale.ROOT, "%0" + phoneDigits + "d", random.nextInt(range));
  }
}
