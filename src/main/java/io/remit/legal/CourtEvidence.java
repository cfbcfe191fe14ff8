package io.remit.legal;

import io.remit.legal.CourtPolicy.Doubt;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a claim could be proved by what is known of a case today, and what is missing. */
@Component
class CourtEvidence {

  /** How files name a product of which nothing is known. */
  private static final String UNKNOWN = "UNKNOWN";

  private final DossierSource source;
  private final CourtDossier dossier;

  CourtEvidence(DossierSource source, CourtDossier dossier) {
    this.source = source;
    this.dossier = dossier;
  }

  /**
   * What there is.
   *
   * @param addressKnown whether the debtor lives, as far as is known, where a summons can be served
   * @param accountsKnown whether each account has the data of its contract
   * @param ledgerAddsUp whether what was booked adds up to what is claimed
   * @param dossierPossible whether a dossier can be made
   */
  record Evidence(boolean addressKnown, boolean accountsKnown, boolean ledgerAddsUp, boolean dossierPossible) {

    /** All that is missing, in a fixed order. */
    List<Doubt> missing() {
      List<Doubt> missing = new ArrayList<>();
      addUnless(accountsKnown, Doubt.ACCOUNT_DATA, missing);
      addUnless(ledgerAddsUp, Doubt.LEDGER_DIFFERS, missing);
      addUnless(dossierPossible, Doubt.NO_DOSSIER, missing);
      addUnless(addressKnown, Doubt.NO_ADDRESS, missing);
      return missing;
    }

    private static void addUnless(boolean there, Doubt doubt, List<Doubt> missing) {
      if (!there) {
        missing.add(doubt);
      }
    }
  }

  Evidence of(String caseNumber) {
    DossierContent content = source.of(caseNumber);
    return new Evidence(content.debtor().address() != null,
        !content.accounts().isEmpty() && content.accounts().stream().allMatch(CourtEvidence::isKnown),
        content.accounts().stream().allMatch(DossierContent.Account::addsUp), dossier.canBeMade(content));
  }

  private static boolean isKnown(DossierContent.Account account) {
    return !account.product().isBlank() && !account.product().equalsIgnoreCase(UNKNOWN);
  }
}
