package io.remit.outsourcing.selection;

import java.util.List;
import java.util.Set;

/**
 * A case that is to be placed.
 *
 * @param candidates the partners that are for it by the table and able to take it, each once
 * @param able the partners that could take it, whatever the table says: they are in good standing, work where the
 *     debtor is and take on such debts
 */
public record PlaceableCase(String caseNumber, String debtorId, List<Candidate> candidates, Set<String> able) {

  public PlaceableCase {
    candidates = candidates.stream().sorted(Candidate.BEST_FIRST).toList();
    able = Set.copyOf(able);
  }
}
