package io.remit.ledger;

import io.remit.ledger.LedgerEntry.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is owed on one account, and what each payment and waiver since the creditor's last statement went to. The
 * statement knows no parts, so all of it counts as principal; fees and interest are what was booked since.
 *
 * @param owed adds up to what is outstanding; only the principal can be below zero, if the account is overpaid
 * @param shares what lowered the debt, in the order of its value dates
 */
public record Allocation(Parts owed, List<Share> shares) {

  /** What a debt is made of. */
  public enum Part {
    FEE, INTEREST, PRINCIPAL
  }

  /** Amounts in the account's currency. */
  public record Parts(BigDecimal fees, BigDecimal interest, BigDecimal principal) {
  }

  /** What the entry with this reference went to; the parts add up to its amount. */
  public record Share(String reference, Parts parts) {
  }

  /**
   * The same for the same entries, in whatever order they were booked: each goes by its value date, those of one day by
   * their references. A payment that was taken back went to nothing.
   *
   * @param order which part is paid first, second and so on; what is left after them is the principal's
   */
  public static Allocation of(Account account, List<LedgerEntry> entries, List<Part> order) {
    Debt debt = new Debt(account, order);
    List<Share> shares = new ArrayList<>();
    for (LedgerEntry entry : withoutWhatCancelsOut(Balance.counted(account, entries))) {
      switch (entry.type()) {
        case FEE -> debt.raise(Part.FEE, entry.effect());
        case INTEREST -> debt.raise(Part.INTEREST, entry.effect());
        case PAYMENT, WAIVER, WRITE_OFF -> shares.add(new Share(entry.ownReference(), debt.lower(entry.amount())));
        default -> debt.raise(Part.PRINCIPAL, entry.effect());
      }
    }
    return new Allocation(debt.owedInTheEnd(), List.copyOf(shares));
  }

  private static List<LedgerEntry> withoutWhatCancelsOut(List<LedgerEntry> counted) {
    Set<String> payments = counted.stream().filter(entry -> entry.type() == Type.PAYMENT)
        .map(LedgerEntry::reference).collect(Collectors.toSet());
    Set<String> undone = counted.stream().filter(entry -> entry.type().undoesPayment()).map(LedgerEntry::reverses)
        .filter(payments::contains).collect(Collectors.toSet());
    return counted.stream().filter(entry -> !undone.contains(entry.reference()))
        .filter(entry -> !entry.type().undoesPayment() || !undone.contains(entry.reverses()))
        .sorted(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::ownReference)).toList();
  }

  /** What is owed while the entries are gone through. */
  private static final class Debt {

    private final List<Part> order;
    private final BigDecimal zero;
    private final Map<Part, BigDecimal> owed = new EnumMap<>(Part.class);

    Debt(Account account, List<Part> order) {
      this.order = order;
      this.zero = Money.inScaleOf(account.currency(), BigDecimal.ZERO);
      owed.put(Part.PRINCIPAL, account.statement().outstanding());
    }

    void raise(Part part, BigDecimal amount) {
      owed.put(part, owed(part).add(amount));
    }

    Parts lower(BigDecimal amount) {
      Map<Part, BigDecimal> share = new EnumMap<>(Part.class);
      BigDecimal rest = amount;
      for (Part part : order) {
        BigDecimal taken = rest.min(owed(part).max(zero));
        share.merge(part, taken, BigDecimal::add);
        raise(part, taken.negate());
        rest = rest.subtract(taken);
      }
      share.merge(Part.PRINCIPAL, rest, BigDecimal::add);
      raise(Part.PRINCIPAL, rest.negate());
      return parts(share);
    }

    /** What was paid too much also pays fees and interest that came later. */
    Parts owedInTheEnd() {
      BigDecimal overpaid = owed(Part.PRINCIPAL).min(zero).negate();
      raise(Part.PRINCIPAL, overpaid);
      lower(overpaid);
      return parts(owed);
    }

    private BigDecimal owed(Part part) {
      return owed.getOrDefault(part, zero);
    }

    private Parts parts(Map<Part, BigDecimal> amounts) {
      return new Parts(amounts.getOrDefault(Part.FEE, zero), amounts.getOrDefault(Part.INTEREST, zero),
          amounts.getOrDefault(Part.PRINCIPAL, zero));
    }
  }
}
