package io.remit.division;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a collector can do, and how much.
 *
 * @param languages BCP 47; {@code en} stands for every English
 * @param skills as {@code division-rules} names them
 * @param places ISO 3166-1 countries and ISO 3166-2 regions; none for all
 * @param products none for all
 * @param dailyMinutes of work with debtors on a working day
 */
public record Collector(String userId, Set<String> languages, Set<String> skills, Set<String> places,
    Set<String> products, int dailyMinutes, Set<DayOfWeek> workingDays) {

  /** Minutes of work in a week. */
  int weeklyMinutes() {
    return dailyMinutes * workingDays.size();
  }

  /** What stands against this collector working for this, in words; empty if nothing does. */
  Optional<String> lacks(Demand demand) {
    if (demand.language() != null && languages.stream().noneMatch(spoken -> covers(spoken, demand.language()))) {
      return Optional.of("the language " + demand.language());
    }
    if (demand.country() != null && !places.isEmpty() && !places.contains(demand.country())
        && !(demand.region() != null && places.contains(demand.region()))) {
      return Optional.of("the place " + (demand.region() == null ? demand.country() : demand.region()));
    }
    if (!products.isEmpty() && !products.containsAll(demand.products())) {
      return Optional.of("the product " + firstMissing(demand.products(), products));
    }
    if (!skills.containsAll(demand.skills())) {
      return Optional.of("the skill " + firstMissing(demand.skills(), skills));
    }
    return Optional.empty();
  }

  private static boolean covers(String spoken, String asked) {
    String wide = spoken.toLowerCase(Locale.ROOT);
    String narrow = asked.toLowerCase(Locale.ROOT);
    return narrow.equals(wide) || narrow.startsWith(wide + "-") || wide.startsWith(narrow + "-");
  }

  private static String firstMissing(Set<String> wanted, Set<String> present) {
    return wanted.stream().filter(one -> !present.contains(one)).sorted().findFirst().orElseThrow();
  }
}
