package io.remit.partner;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a partner may get anything on a day, and each reason why not.
 *
 * @param reasons none if it is in good standing
 */
public record Standing(Set<Reason> reasons) {

  /** Its reasons are kept in the order of {@link Reason}. */
  public Standing {
    Set<Reason> ordered = EnumSet.noneOf(Reason.class);
    ordered.addAll(reasons);
    reasons = ordered;
  }

  /** Why a partner gets nothing. The names are told over REST: one may come, none is renamed. */
  public enum Reason {
    NO_LICENCE("it has no licence"),
    LICENCE_EXPIRED("its licence has expired"),
    NO_CONTRACT("it has no contract"),
    CONTRACT_NOT_BEGUN("its contract has not begun"),
    CONTRACT_ENDED("its contract has ended"),
    NO_KEY("it has no key to encrypt its files with"),
    KEY_UNCONFIRMED("nobody has confirmed its key"),
    KEY_EXPIRED("its key has expired"),
    NOTHING_ALLOWED("it may receive no data"),
    EVALUATION_OVERDUE("its evaluation is long overdue"),
    SUSPENDED("it is suspended"),
    NO_LEGAL_BASIS("nobody recorded on which legal basis debts are sold to it"),
    SALE_NOT_SIGNED("a legal officer and a supervisor have not both signed the sale");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Such as {@code its licence has expired}. */
    public String words() {
      return words;
    }
  }

  /**
   * The standing of a partner.
   *
   * @param asked what is asked of it
   * @param today the business date
   */
  public static Standing of(Partner partner, Requirements asked, LocalDate today) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Papers papers = partner.papers();
    licence(papers.licence(), asked, today, reasons);
    contract(papers.contract(), today, reasons);
    key(papers.key(), today, reasons);
    if (partner.scope().dataFields().isEmpty()) {
      reasons.add(Reason.NOTHING_ALLOWED);
    }
    if (today.isAfter(evaluationDue(partner, asked).plusDays(asked.evaluationGraceDays()))) {
      reasons.add(Reason.EVALUATION_OVERDUE);
    }
    if (partner.oversight().suspension() != null) {
      reasons.add(Reason.SUSPENDED);
    }
    return new Standing(reasons);
  }

  private static void licence(@Nullable Licence licence, Requirements asked, LocalDate today, Set<Reason> reasons) {
    if (asked.licence() && licence == null) {
      reasons.add(Reason.NO_LICENCE);
    } else if (asked.licence() && licence != null && licence.expires() != null
        && today.isAfter(licence.expires())) {
      reasons.add(Reason.LICENCE_EXPIRED);
    }
  }

  private static void contract(@Nullable Contract contract, LocalDate today, Set<Reason> reasons) {
    if (contract == null) {
      reasons.add(Reason.NO_CONTRACT);
    } else if (today.isBefore(contract.begins())) {
      reasons.add(Reason.CONTRACT_NOT_BEGUN);
    } else if (today.isAfter(contract.ends())) {
      reasons.add(Reason.CONTRACT_ENDED);
    }
    if (contract != null && contract.kind() == ContractKind.SALE) {
      sale(contract.sale(), reasons);
    }
  }

  private static void sale(@Nullable SaleBasis sale, Set<Reason> reasons) {
    if (sale == null) {
      reasons.add(Reason.NO_LEGAL_BASIS);
    } else if (!sale.isSigned()) {
      reasons.add(Reason.SALE_NOT_SIGNED);
    }
  }

  private static void key(@Nullable PartnerKey key, LocalDate today, Set<Reason> reasons) {
    if (key == null) {
      reasons.add(Reason.NO_KEY);
      return;
    }
    if (!key.isConfirmed()) {
      reasons.add(Reason.KEY_UNCONFIRMED);
    }
    if (key.expires() != null && today.isAfter(key.expires())) {
      reasons.add(Reason.KEY_EXPIRED);
    }
  }

  /**
   * On which day the next yearly evaluation is due: counted from the last, or from the first day of the contract, or
   * from the day of registration if there is none.
   */
  static LocalDate evaluationDue(Partner partner, Requirements asked) {
    Evaluation last = partner.oversight().lastEvaluation();
    Contract contract = partner.papers().contract();
    LocalDate registered = partner.oversight().registeredOn();
    LocalDate begun = contract == null || contract.begins().isBefore(registered) ? registered : contract.begins();
    return (last == null ? begun : last.on()).plusDays(asked.evaluationEveryDays());
  }

  /** Whether it may get something. */
  public boolean isGood() {
    return reasons.isEmpty();
  }

  /** All reasons in one sentence, such as {@code it has no licence, it is suspended}; empty in good standing. */
  public String words() {
    return reasons.stream().map(Reason::words).collect(Collectors.joining(", "));
  }
}
