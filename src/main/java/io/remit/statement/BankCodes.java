package io.remit.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a bank's codes tell of a movement, in the code systems that statements use. */
enum BankCodes {
  /** Money that goes back, of whichever side. */
  RETURN,
  /** What the bank takes for its work. */
  CHARGE,
  /** The creditor's collections and what others sent: a debit of this kind takes back such a payment. */
  COLLECTION,
  /** The creditor's own orders. */
  OWN_ORDER,
  /** Nothing that matters here. */
  NONE;

  /** ISO 20022 bank transaction codes, sub-families: reversals due to returns, recalls, unpaid items. */
  private static final Set<String> ISO_RETURNS = Set.of("RRTN", "RPCR", "RRCT", "RCDD", "UPDD", "PRDD", "UPCQ", "UPCT",
      "CQRV", "XRTN", "XRPC", "XRCD", "CMRR", "ARET", "APCR", "RPBC", "RPSB", "DAJT");
  private static final Set<String> ISO_CHARGES =
      Set.of("CHRG", "COMM", "COME", "COMI", "COMT", "FEES", "ADCS", "TAXE");
  /** Families: received credit transfers, issued direct debits, received cheques, what card holders paid. */
  private static final Set<String> ISO_COLLECTIONS = Set.of("RCDT", "RRCT", "IDDT", "RCHQ", "MCRD", "LBOX");
  private static final Set<String> ISO_OWN_ORDERS = Set.of("ICDT", "IRCT", "RDDT", "ICHQ", "CCRD");
  /** German transaction codes (DFÜ agreement, annex 3): returned debits, cheques and transfers. */
  private static final Set<String> GERMAN_RETURNS =
      Set.of("009", "010", "059", "108", "109", "110", "158", "159", "160", "181", "182", "183", "184");
  private static final Set<String> GERMAN_CHARGES = Set.of("805", "806", "807", "808", "809", "810", "811", "812");
  private static final Set<String> GERMAN_COLLECTIONS = Set.of("051", "052", "070", "071", "152", "153", "154", "156",
      "157", "165", "166", "167", "168", "169", "171", "174", "192", "193", "194", "195", "196", "198");
  /** SWIFT's types of field 61, after the letter N, F or S. */
  private static final Set<String> SWIFT_RETURNS = Set.of("RTI");
  private static final Set<String> SWIFT_CHARGES = Set.of("CHG", "COM");

  static BankCodes ofIso(@Nullable String family, @Nullable String subFamily) {
    if (subFamily != null && ISO_RETURNS.contains(subFamily)) {
      return RETURN;
    }
    if (subFamily != null && ISO_CHARGES.contains(subFamily)) {
      return CHARGE;
    }
    if (family == null) {
      return NONE;
    }
    if (ISO_COLLECTIONS.contains(family)) {
      return COLLECTION;
    }
    return ISO_OWN_ORDERS.contains(family) ? OWN_ORDER : NONE;
  }

  /** @param code three digits */
  static BankCodes ofGerman(String code) {
    if (GERMAN_RETURNS.contains(code)) {
      return RETURN;
    }
    if (GERMAN_CHARGES.contains(code)) {
      return CHARGE;
    }
    return GERMAN_COLLECTIONS.contains(code) ? COLLECTION : NONE;
  }

  /** @param type such as {@code NRTI} */
  static BankCodes ofSwift(String type) {
    String item = type.isEmpty() ? "" : type.substring(1).strip();
    if (SWIFT_RETURNS.contains(item)) {
      return RETURN;
    }
    return SWIFT_CHARGES.contains(item) ? CHARGE : NONE;
  }

  /** @param code as German banks write it, {@code NRTI+109+00905}, or another bank's */
  static BankCodes ofProprietary(String code) {
    BankCodes found = NONE;
    for (String part : code.split("[+ /-]")) {
      BankCodes told = part.matches("[0-9]{3}") ? ofGerman(part)
          : part.matches("[NFS][A-Z]{3}") ? ofSwift(part) : part.matches("[A-Z]{4}") ? ofIso(null, part) : NONE;
      found = found.or(told);
    }
    return found;
  }

  /** The one that tells more: a return before a charge before the rest. */
  BankCodes or(BankCodes other) {
    return ordinal() <= other.ordinal() ? this : other;
  }
}
