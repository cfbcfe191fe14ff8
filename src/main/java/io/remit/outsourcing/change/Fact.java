package io.remit.outsourcing.change;

import io.remit.cases.Channel;
import io.remit.partner.DataField;

/**
 * One thing about a case of which a partner is told, by the name under which it is stored.
 *
 * @param name such as {@code STOP:VISIT}
 */
record Fact(String name) {

  /** Whether anybody may be contacted at all. */
  static final Fact STOP = new Fact("STOP:ALL");
  static final Fact OWED = new Fact("OWED");
  /** That the placement is over. */
  static final Fact END = new Fact("END");
  static final Fact ONLY_THEN = new Fact("HOURS:ONLY");
  static final Fact NOT_THEN = new Fact("HOURS:NOT");

  static Fact stopOf(Channel channel) {
    return new Fact("STOP:" + channel.name());
  }

  static Fact data(DataField field) {
    return new Fact("DATA:" + field.name());
  }

  /** An entry of the ledger. */
  static Fact entry(long entryId) {
    return new Fact("ENTRY:" + entryId);
  }
}
