package io.remit.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many cases partners have, of every kind of work: their capacity counts for all of it. */
@Component
public class OpenCases {

  private final List<PartnerCases> kinds;

  OpenCases(List<PartnerCases> kinds) {
    this.kinds = kinds;
  }

  /** How many cases each partner has or is about to get; a partner without one is not named. */
  public Map<String, Integer> byPartner() {
    Map<String, Integer> all = new HashMap<>();
    kinds.forEach(kind -> kind.openByPartner().forEach((partner, open) -> all.merge(partner, open, Integer::sum)));
    return all;
  }

  /** How many more cases a partner has room for; below zero if it has too many. */
  public static int room(Partner partner, Map<String, Integer> open) {
    return partner.scope().capacity() - open.getOrDefault(partner.partnerId(), 0);
  }
}
