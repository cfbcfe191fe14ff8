package io.remit.statement;

import io.remit.statement.ToldAmounts.ToldAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The amounts that camt tells of an entry or of a payment in it, beside or in place of the booked one. */
final class CamtAmounts {

  /** A rate that gives something else by more than this is not the rate between the two amounts. */
  private static final BigDecimal NEAR = new BigDecimal("0.1");

  private final List<Charge> charges = new ArrayList<>(0);
  private @Nullable ToldAmount own;
  private @Nullable ToldAmount transaction;
  private @Nullable ToldAmount instructed;
  private @Nullable ToldAmount counterValue;
  private @Nullable ToldAmount totalCharges;
  private @Nullable BigDecimal rate;
  private @Nullable ToldAmount charge;
  private boolean chargeIsCredit;
  private boolean chargeIsBeside;

  /**
   * One of the charges.
   *
   * @param beside whether it is said not to be in the booked amount
   */
  private record Charge(ToldAmount amount, boolean beside) {
  }

  /** @param path below the entry or the detail */
  void take(String path, String text, String currency) {
    switch (path) {
      case "Amt" -> own = amount(text, currency);
      case "AmtDtls/TxAmt/Amt" -> transaction = amount(text, currency);
      case "AmtDtls/InstdAmt/Amt" -> instructed = amount(text, currency);
      case "AmtDtls/CntrValAmt/Amt" -> counterValue = amount(text, currency);
      case "AmtDtls/InstdAmt/CcyXchg/XchgRate", "AmtDtls/TxAmt/CcyXchg/XchgRate",
          "AmtDtls/CntrValAmt/CcyXchg/XchgRate" -> rate = rate(text);
      case "Chrgs/TtlChrgsAndTaxAmt" -> totalCharges = totalCharges == null ? amount(text, currency) : totalCharges;
      case "Chrgs/Amt", "Chrgs/Rcrd/Amt" -> charge = amount(text, currency);
      case "Chrgs/CdtDbtInd", "Chrgs/Rcrd/CdtDbtInd" -> chargeIsCredit = text.equals("CRDT");
      case "Chrgs/Rcrd/ChrgInclInd" -> chargeIsBeside = text.equals("false") || text.equals("0");
      case "Chrgs", "Chrgs/Rcrd" -> endCharge();
      default -> {
        // tells no amount
      }
    }
  }

  private void endCharge() {
    if (charge != null && !chargeIsCredit) {
      charges.add(new Charge(charge, chargeIsBeside));
    }
    charge = null;
    chargeIsCredit = false;
    chargeIsBeside = false;
  }

  /** What is told in place of an amount may be unreadable: then it tells none. */
  private static @Nullable ToldAmount amount(String text, String currency) {
    try {
      return new ToldAmount(StatementAmounts.read(text, currency, 1, null), currency);
    } catch (StatementRefused unreadable) {
      return null;
    }
  }

  private static @Nullable BigDecimal rate(String text) {
    try {
      BigDecimal told = new BigDecimal(text);
      return told.signum() > 0 ? told : null;
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }

  /** In the account's currency, as the element says that is meant for it, else as another says. */
  @Nullable BigDecimal booked(String currency) {
    return firstIn(currency, own, transaction, counterValue, instructed);
  }

  /** The same, but what the underlying payment had goes before what the bank says here. */
  @Nullable BigDecimal underlying(String currency) {
    return firstIn(currency, transaction, instructed, own, counterValue);
  }

  /**
   * From another currency by the rate that is told, rounded.
   *
   * @param multiplied whether the rate is one for multiplying
   */
  @Nullable BigDecimal converted(String currency, @Nullable BigDecimal rateOfEntry, boolean multiplied) {
    BigDecimal known = booked(currency);
    BigDecimal by = rate == null ? rateOfEntry : rate;
    ToldAmount foreign = firstOf(own, transaction, instructed).orElse(null);
    if (known != null || by == null || foreign == null) {
      return known;
    }
    BigDecimal value = multiplied ? foreign.amount().multiply(by) : foreign.amount().divide(by, MathContext.DECIMAL64);
    return value.setScale(StatementAmounts.decimalsOf(currency), RoundingMode.HALF_UP);
  }

  @Nullable BigDecimal rate() {
    return rate;
  }

  /** Of a return in the account's currency: what had been collected, where that is not all that was taken; or null. */
  @Nullable BigDecimal collected(String currency, BigDecimal taken) {
    return Stream.of(instructed, transaction, own).filter(told -> told != null
            && told.currency().equals(currency) && told.amount().signum() > 0 && told.amount().compareTo(taken) < 0)
        .map(ToldAmount::amount).findFirst()
        .orElseGet(() -> firstIn(currency, instructed));
  }

  /** What is told of charges that are in the booked amount; zero if nothing. */
  BigDecimal charges(String currency) {
    if (!charges.isEmpty() && charges.stream().allMatch(Charge::beside)) {
      return BigDecimal.ZERO;
    }
    ToldAmount told = toldCharges();
    return told == null || !told.currency().equals(currency) ? BigDecimal.ZERO : told.amount();
  }

  private @Nullable ToldAmount toldCharges() {
    if (totalCharges != null || charges.isEmpty()) {
      return totalCharges;
    }
    String currency = charges.get(0).amount().currency();
    return new ToldAmount(charges.stream().map(Charge::amount).filter(each -> each.currency().equals(currency))
        .map(ToldAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
  }

  /**
   * @param booked what came in or went out, in the account's currency
   * @param ofEntry what is told of the whole, where this is a detail of it
   */
  ToldAmounts told(BigDecimal booked, String currency, @Nullable CamtAmounts ofEntry) {
    ToldAmount ordered = firstOf(instructed, foreign(transaction, currency), foreign(own, currency))
        .or(() -> ofEntry == null ? Optional.empty() : Optional.ofNullable(ofEntry.instructed)).orElse(null);
    BigDecimal by = rate == null && ofEntry != null ? ofEntry.rate : rate;
    ToldAmount costs = toldCharges() == null && ofEntry != null ? ofEntry.toldCharges() : toldCharges();
    if (ordered == null && costs == null) {
      return ToldAmounts.NONE;
    }
    BigDecimal exchange = ordered != null && by != null && !ordered.currency().equals(currency)
        ? accountRate(by, ordered.amount(), booked) : null;
    return new ToldAmounts(ordered, exchange, costs);
  }

  /** Banks tell a rate in either direction: the one that leads from what was ordered to what was booked. */
  private static @Nullable BigDecimal accountRate(BigDecimal told, BigDecimal ordered, BigDecimal booked) {
    if (ordered.signum() == 0 || booked.signum() == 0) {
      return told;
    }
    BigDecimal real = booked.divide(ordered, MathContext.DECIMAL64);
    BigDecimal inverse = BigDecimal.ONE.divide(told, MathContext.DECIMAL64);
    BigDecimal wrong = told.subtract(real).abs();
    BigDecimal wrongInverse = inverse.subtract(real).abs();
    BigDecimal nearer = wrong.compareTo(wrongInverse) <= 0 ? told : inverse;
    return nearer.subtract(real).abs().compareTo(real.multiply(NEAR)) <= 0 ? nearer : null;
  }

  private static @Nullable ToldAmount foreign(@Nullable ToldAmount told, String currency) {
    return told == null || told.currency().equals(currency) ? null : told;
  }

  private static Optional<ToldAmount> firstOf(@Nullable ToldAmount... told) {
    return Stream.of(told).filter(Objects::nonNull).findFirst();
  }

  private static @Nullable BigDecimal firstIn(String currency, @Nullable ToldAmount... told) {
    for (ToldAmount each : told) {
      if (each != null && each.currency().equals(currency)) {
        return each.amount();
      }
    }
    return null;
  }
}
