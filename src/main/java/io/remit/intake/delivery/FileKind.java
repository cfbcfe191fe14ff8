package io.remit.intake.delivery;

import java.util.List;

/** What a delivery asks for. The same content asked for in another way is another file. */
public enum FileKind {
  /** Accounts that are not in the file stay as they are. */
  ARREARS,
  /** Accounts that are not in the file are closed. */
  COMPLETE_ARREARS,
  PAYMENTS,
  /** The creditor acknowledges what Remit booked itself. */
  ACKNOWLEDGEMENTS;

  /** The kinds that do everything that this one asks for: content applied as one of them need not be applied again. */
  List<FileKind> coveredBy() {
    return this == ARREARS ? List.of(ARREARS, COMPLETE_ARREARS) : List.of(this);
  }
}
