package io.remit.partner;

import java.util.Map;

/** Work of one kind that partners have, each kind from its own records: placements, and suits at law firms. */
public interface PartnerCases {

  /** How many cases each partner has or is about to get; one without any need not be named. */
  Map<String, Integer> openByPartner();
}
