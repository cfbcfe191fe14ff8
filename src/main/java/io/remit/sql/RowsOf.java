package io.remit.sql;

import java.util.Collection;
import java.util.Set;

/**
 * The rows of tables that are about a debtor or a case and refer to it by a foreign key, to a debtor also by way of a
 * case. One that this transaction added has only those that this transaction wrote: where it wrote none, nobody has to
 * ask the database for them. Nobody else can add any to a case that it has locked: of all those of a batch the database
 * is asked together whether they have some.
 *
 * @param tables each of them refers to the subject
 */
public record RowsOf(Subject subject, Set<String> tables) {

  public static RowsOf debtors(String... tables) {
    return new RowsOf(Subject.DEBTOR, Set.of(tables));
  }

  public static RowsOf cases(String... tables) {
    return new RowsOf(Subject.CASE, Set.of(tables));
  }

  /** Whether there is none for sure; false where the database has to be asked. */
  public boolean none(String id) {
    CommonFacts facts = CommonFacts.current();
    return facts != null && facts.hasNone(subject, id, tables);
  }

  /** The same of all of some. */
  public boolean noneOfAny(Collection<String> ids) {
    return ids.stream().allMatch(this::none);
  }

  /** The same of the debtor of a case. */
  public boolean noneOfDebtorOf(String caseNumber) {
    CommonFacts facts = CommonFacts.current();
    String debtorId = facts == null ? null : facts.debtorOfAdded(caseNumber);
    return debtorId != null && none(debtorId);
  }
}
