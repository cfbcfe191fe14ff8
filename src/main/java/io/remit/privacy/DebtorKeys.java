package io.remit.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what the rows of a debtor are found.
 *
 * @param name what the debtor is called
 * @param cases the debtor's case numbers
 * @param accounts the numbers of the debtor's accounts
 */
record DebtorKeys(String debtorId, String name, List<String> cases, List<String> accounts) {

  /** What may stand within a text and tells whose it is; the longest first, as one may be a part of another. */
  List<String> names() {
    return Stream.concat(Stream.of(debtorId, name), accounts.stream()).filter(each -> !each.isEmpty())
        .sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }
}
