package io.remit.legal;

import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.legal.ClaimRepository.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is sued for, and whether as much of it is still owed as the court was told. */
@Component
class SuedAmounts {

  private final ClaimRepository claims;
  private final AccountRepository accounts;

  SuedAmounts(ClaimRepository claims, AccountRepository accounts) {
    this.claims = claims;
    this.accounts = accounts;
  }

  /** How what is owed has moved. */
  enum Moved {
    /** Part of it was paid. */
    PART_PAID,
    /** What was paid is owed again. */
    OWED_AGAIN
  }

  /** A dossier was written: it sues for everything that the case owes. */
  void file(long filingId, String caseNumber) {
    claims.file(filingId, accounts.ofCase(caseNumber).stream()
        .filter(account -> !account.withdrawn() && account.outstandingAmount().signum() > 0).toList());
  }

  /**
   * Compares what is owed with what the court was told, which counts as told from now on. What is owed beyond what the
   * dossier sued for is no part of the suit.
   *
   * @return how it has moved; empty if it is the same
   */
  Optional<Moved> moved(long filingId) {
    List<Claim> all = claims.of(filingId);
    Map<String, Account> now = accounts.find(all.stream().map(Claim::accountNumber).toList()).stream()
        .collect(Collectors.toMap(Account::accountNumber, Function.identity()));
    boolean less = false;
    boolean more = false;
    for (Claim claim : all) {
      Account account = now.get(claim.accountNumber());
      BigDecimal owed = account == null ? BigDecimal.ZERO
          : account.outstandingAmount().max(BigDecimal.ZERO).min(claim.filed());
      less |= owed.compareTo(claim.told()) < 0;
      more |= owed.compareTo(claim.told()) > 0;
      if (owed.compareTo(claim.told()) != 0) {
        claims.tell(filingId, claim.accountNumber(), owed);
      }
    }
    return less ? Optional.of(Moved.PART_PAID) : more ? Optional.of(Moved.OWED_AGAIN) : Optional.empty();
  }
}
