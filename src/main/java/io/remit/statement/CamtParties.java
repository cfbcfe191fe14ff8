package io.remit.statement;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who pays and who is paid, as camt tells it of one payment. */
final class CamtParties {

  private @Nullable String debtor;
  private @Nullable String debtorAccount;
  private @Nullable String ultimateDebtor;
  private @Nullable String creditor;
  private @Nullable String creditorAccount;
  private @Nullable String ultimateCreditor;
  private @Nullable String invoicee;

  /** @param path below the detail; from version 08 on a party is a {@code Pty} or an agent */
  void take(String path, String text) {
    switch (path) {
      case "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm", "RltdPties/Dbtr/Agt/FinInstnId/Nm" -> debtor = text;
      case "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id" -> debtorAccount = text;
      case "RltdPties/UltmtDbtr/Nm", "RltdPties/UltmtDbtr/Pty/Nm" -> ultimateDebtor = text;
      case "RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm", "RltdPties/Cdtr/Agt/FinInstnId/Nm" -> creditor = text;
      case "RltdPties/CdtrAcct/Id/IBAN", "RltdPties/CdtrAcct/Id/Othr/Id" -> creditorAccount = text;
      case "RltdPties/UltmtCdtr/Nm", "RltdPties/UltmtCdtr/Pty/Nm" -> ultimateCreditor = text;
      case "RmtInf/Strd/Invcee/Nm" -> invoicee = text;
      default -> {
        // tells nobody
      }
    }
  }

  /**
   * The other side of the money.
   *
   * @param ofDebtor whether a debtor paid, or gets back what was paid: banks then leave the parties as they were, or
   *     exchange them
   */
  Payer otherSide(boolean ofDebtor, boolean moneyCameIn, CamtStatement.OwnAccount own) {
    Payer paying = payer(debtor, debtorAccount, firstOf(ultimateDebtor, invoicee));
    Payer paid = payer(creditor, creditorAccount, ultimateCreditor);
    Payer first = ofDebtor ? paying : paid;
    Payer second = ofDebtor ? paid : paying;
    if (isTold(first) && !own.isOf(first.name(), first.account())) {
      return first;
    }
    // Of what came in the creditor is who keeps the account, whether that is told or not.
    return moneyCameIn && ofDebtor || own.isOf(second.name(), second.account()) || !isTold(second) ? first : second;
  }

  /** Whether somebody is named with whom money could be. */
  boolean areTold() {
    return Stream.of(debtor, debtorAccount, ultimateDebtor, creditor, creditorAccount, ultimateCreditor, invoicee)
        .anyMatch(Objects::nonNull);
  }

  private static Payer payer(@Nullable String name, @Nullable String account, @Nullable String ultimateName) {
    return name == null && account == null && ultimateName == null ? Payer.UNKNOWN
        : new Payer(name, account, ultimateName);
  }

  private static boolean isTold(Payer payer) {
    return !payer.equals(Payer.UNKNOWN);
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
