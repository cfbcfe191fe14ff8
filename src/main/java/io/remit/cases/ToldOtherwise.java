package io.remit.cases;

import java.time.ZoneId;
import java.util.Set;

/**
 * What the creditor's newest file says of where a debtor is, beside what stands in {@link DebtorDetails}: rows of one
 * file that contradict each other all count, until a later file tells of the debtor.
 *
 * @param regions ISO 3166-2
 * @param countries ISO 3166-1 alpha-2
 * @param numbers phone numbers, E.164
 */
public record ToldOtherwise(Set<ZoneId> zones, Set<String> regions, Set<String> countries, Set<String> numbers) {

  /** The file does not contradict itself. */
  public static final ToldOtherwise NOTHING = new ToldOtherwise(Set.of(), Set.of(), Set.of(), Set.of());

  /** In which way one can say where somebody is. */
  public enum What {
    ZONE, REGION, COUNTRY, NUMBER
  }
}
