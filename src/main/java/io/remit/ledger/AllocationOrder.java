package io.remit.ledger;

import java.util.List;

/** Which part of a debt is paid first: a decision of the process owner. */
public interface AllocationOrder {

  /**
   * @param product of the account, such as {@code LOAN}
   * @return the parts, the one that is paid first at the start
   */
  List<Allocation.Part> forProduct(String product);
}
