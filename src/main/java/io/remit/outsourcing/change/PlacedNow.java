package io.remit.outsourcing.change;

import io.remit.cases.Channel;
import io.remit.ledger.LedgerEntry;
import io.remit.partner.DataField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a partner may know of a placed case, as it is now.
 *
 * @param data the fields of the debtor that the partner may be told; empty text where there is nothing that may be used
 * @param booked the payments, and what took them back, oldest first
 * @param stop whether nobody may be contacted; null if that is not so
 * @param stops channels of the partner's by which the debtor may not be contacted
 */
record PlacedNow(Map<DataField, String> data, Owed owed, List<LedgerEntry> booked, @Nullable Stop stop,
    Map<Channel, Stop> stops, String onlyThen, String notThen) {

  /**
   * No contact.
   *
   * @param until the first day on which it is over by itself; null if that is not known
   */
  record Stop(@Nullable LocalDate until) {

    String told() {
      return until == null ? "OPEN" : until.toString();
    }
  }
}
