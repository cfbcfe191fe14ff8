package io.remit.payment;

import io.remit.statement.BankTransaction;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether what a bank tells now was told before: by another download, in another format, as a notification or in
 * a corrected statement. No single fact is the identity of money: banks repeat collective references, leave references
 * out, and give other ones in other formats. So all facts that both tell are compared.
 */
final class SameMoney {

  private static final Pattern SAYS_NOTHING = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{4,}");
  private static final int SHORTEST_CUT_TEXT = 6;

  private SameMoney() {
  }

  /** What two tellings are to each other. */
  enum Verdict {
    /** The same money: it is not booked again. */
    SAME,
    /** It may be the same or not: a person is asked, who is shown both. */
    DOUBTFUL,
    /** Two movements. */
    OTHER
  }

  /** How one fact of two tellings compares. */
  private enum Fact {
    AGREES, DIFFERS, UNTOLD
  }

  /**
   * The verdict.
   *
   * @param known what a file told before
   * @param told what a later file tells; movements of one file are never the same
   */
  static Verdict of(BankTransaction known, BankTransaction told) {
    if (known.kind() != told.kind() || !known.currency().equals(told.currency())
        || known.amount().compareTo(told.amount()) != 0
        || !BankAccountNumber.maybeSame(known.ownAccount(), told.ownAccount())) {
      return Verdict.OTHER;
    }
    return new Comparison(reference(known.references().bank(), told.references().bank()),
        reference(known.references().endToEnd(), told.references().endToEnd()), payer(known, told), text(known, told),
        balance(known, told), hasLongNumber(told)).verdict(isSameDay(known, told));
  }

  private record Comparison(Fact bank, Fact endToEnd, Fact payer, Fact text, Fact balance, boolean tellingText) {

    Verdict verdict(boolean sameDay) {
      if (!sameDay) {
        return bank == Fact.AGREES && none(Fact.DIFFERS, endToEnd, payer, text) ? Verdict.DOUBTFUL : Verdict.OTHER;
      }
      if (bank == Fact.AGREES || endToEnd == Fact.AGREES) {
        return bank == Fact.DIFFERS || endToEnd == Fact.DIFFERS ? byAnotherReference() : byReference();
      }
      if (bank == Fact.DIFFERS || endToEnd == Fact.DIFFERS) {
        return bank == endToEnd && balance != Fact.AGREES ? Verdict.OTHER : byAnotherReference();
      }
      return withoutReference();
    }

    private Verdict byReference() {
      int contradictions = count(Fact.DIFFERS, payer, text, balance);
      boolean someoneElse = payer == Fact.DIFFERS || text == Fact.DIFFERS;
      if (!someoneElse || bank == endToEnd && contradictions == 1) {
        return Verdict.SAME;
      }
      return contradictions == 1 ? Verdict.DOUBTFUL : Verdict.OTHER;
    }

    private Verdict byAnotherReference() {
      if (payer == Fact.DIFFERS || text == Fact.DIFFERS) {
        return Verdict.OTHER;
      }
      boolean agreesBeside = payer == Fact.AGREES || text == Fact.AGREES;
      if (balance == Fact.AGREES) {
        return agreesBeside ? Verdict.SAME : Verdict.DOUBTFUL;
      }
      return agreesBeside || bank == Fact.AGREES || endToEnd == Fact.AGREES ? Verdict.DOUBTFUL : Verdict.OTHER;
    }

    private Verdict withoutReference() {
      if (payer == Fact.DIFFERS || text == Fact.DIFFERS) {
        return balance == Fact.AGREES && payer != text ? Verdict.DOUBTFUL : Verdict.OTHER;
      }
      boolean saysEnough = payer == Fact.AGREES || text == Fact.AGREES && tellingText || balance == Fact.AGREES;
      return saysEnough && balance != Fact.DIFFERS ? Verdict.SAME : Verdict.DOUBTFUL;
    }

    private static int count(Fact wanted, Fact... facts) {
      return (int) Stream.of(facts).filter(fact -> fact == wanted).count();
    }

    private static boolean none(Fact unwanted, Fact... facts) {
      return count(unwanted, facts) == 0;
    }
  }

  private static boolean isSameDay(BankTransaction known, BankTransaction told) {
    return known.bookingDate().equals(told.bookingDate()) || known.valueDate().equals(told.valueDate());
  }

  private static Fact reference(@Nullable String known, @Nullable String told) {
    if (known == null || told == null) {
      return Fact.UNTOLD;
    }
    return plain(known).equals(plain(told)) ? Fact.AGREES : Fact.DIFFERS;
  }

  private static Fact payer(BankTransaction known, BankTransaction told) {
    String oneAccount = known.payer().account();
    String otherAccount = told.payer().account();
    if (oneAccount != null && otherAccount != null) {
      return BankAccountNumber.maybeSame(oneAccount, otherAccount) ? Fact.AGREES : Fact.DIFFERS;
    }
    Set<String> names = names(known);
    Set<String> others = names(told);
    if (names.isEmpty() || others.isEmpty()) {
      return Fact.UNTOLD;
    }
    boolean agree = names.stream().anyMatch(name -> others.stream().anyMatch(other -> mayBeSameName(name, other)));
    return agree ? Fact.AGREES : Fact.DIFFERS;
  }

  private static Set<String> names(BankTransaction movement) {
    return Stream.of(movement.payer().name(), movement.payer().ultimateName()).filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Banks cut names where a line ends. */
  private static boolean mayBeSameName(String one, String other) {
    return PayerName.mayBe(one, other) || isContained(plain(one), plain(other));
  }

  private static Fact text(BankTransaction known, BankTransaction told) {
    String one = everythingWritten(known);
    String other = everythingWritten(told);
    if (one.isEmpty() || other.isEmpty()) {
      return Fact.UNTOLD;
    }
    return isContained(one, other) || tellTheSameNumbers(known, told) ? Fact.AGREES : Fact.DIFFERS;
  }

  /** A bank words what it adds in one way in a notification, in another in a statement. */
  private static boolean tellTheSameNumbers(BankTransaction known, BankTransaction told) {
    Set<String> numbers = numbersIn(known);
    return !numbers.isEmpty() && numbers.equals(numbersIn(told));
  }

  private static Set<String> numbersIn(BankTransaction movement) {
    return LONG_NUMBER.matcher(movement.remittance().withoutCardNumbers().text() + " "
        + String.join(" ", movement.remittance().creditorReferences())).results().map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static boolean isContained(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    return one.equals(other) || shorter.length() >= SHORTEST_CUT_TEXT && longer.contains(shorter);
  }

  /** Text and references together: what one format has in a field of its own another has in the text. */
  private static String everythingWritten(BankTransaction movement) {
    return plain(String.join("", movement.remittance().withoutCardNumbers().lines())
        + String.join("", movement.remittance().creditorReferences()));
  }

  private static boolean hasLongNumber(BankTransaction movement) {
    return LONG_NUMBER.matcher(everythingWritten(movement)).find();
  }

  private static Fact balance(BankTransaction known, BankTransaction told) {
    if (known.balanceAfter() == null || told.balanceAfter() == null) {
      return Fact.UNTOLD;
    }
    return known.balanceAfter().compareTo(told.balanceAfter()) == 0 ? Fact.AGREES : Fact.DIFFERS;
  }

  private static String plain(String text) {
    return SAYS_NOTHING.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
