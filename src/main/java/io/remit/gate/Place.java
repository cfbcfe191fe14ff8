package io.remit.gate;

import java.time.ZoneId;
import java.util.Set;

/**
 * Where a debtor is, as far as address, phone number and time zone tell. Where they disagree there is more
 * than one of each, and what any of them forbids is forbidden.
 *
 * @param countries ISO 3166-1, none if nothing tells; for public holidays
 * @param regions ISO 3166-2; for regional holidays
 */
public record Place(Set<Jurisdiction> jurisdictions, Set<ZoneId> zones, Set<String> countries, Set<String> regions) {
}
