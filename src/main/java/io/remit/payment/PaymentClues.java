package io.remit.payment;

import io.remit.ledger.MatchNumber;
import io.remit.statement.BankTransaction;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The numbers in what a bank tells of a payment that may be the number of an account, a case or a debtor, each as
 * {@link MatchNumber} writes it.
 *
 * @param references from fields of their own
 * @param words that stand in the text as they are
 * @param numbers in the text if spaces and dashes do not count
 */
record PaymentClues(Set<String> references, Set<String> words, Set<String> numbers) {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;:|()\"'+=#?]+");
  private static final Pattern AT_THE_EDGE = Pattern.compile("^[-/._]+|[-/._]+$");
  private static final Pattern HAS_DIGIT = Pattern.compile(".*[0-9].*");
  private static final int MOST_WORDS = 60;
  private static final int MOST_JOINED = 4;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 64;

  static PaymentClues of(BankTransaction payment) {
    Set<String> references = new LinkedHashSet<>();
    for (String reference : payment.remittance().creditorReferences()) {
      String compared = MatchNumber.of(reference);
      references.add(compared);
      CreditorReference.ownPartOf(compared).ifPresent(references::add);
    }
    List<String> written = Arrays.stream(BETWEEN_WORDS.split(payment.remittance().text()))
        .map(word -> AT_THE_EDGE.matcher(word).replaceAll("")).filter(word -> !word.isEmpty()).limit(MOST_WORDS)
        .toList();
    Set<String> words = new LinkedHashSet<>();
    written.stream().map(MatchNumber::of).filter(PaymentClues::mayBeANumber).forEach(words::add);
    Set<String> numbers = new LinkedHashSet<>();
    for (int from = 0; from < written.size(); from++) {
      for (int to = from + 1; to <= Math.min(written.size(), from + MOST_JOINED); to++) {
        String joined = MatchNumber.of(String.join("", written.subList(from, to)));
        if (mayBeANumber(joined)) {
          numbers.add(joined);
          CreditorReference.ownPartOf(joined).ifPresent(references::add);
        }
      }
    }
    numbers.removeAll(words);
    return new PaymentClues(references, words, numbers);
  }

  private static boolean mayBeANumber(String compared) {
    return compared.length() >= SHORTEST && compared.length() <= LONGEST && HAS_DIGIT.matcher(compared).matches();
  }

  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(references);
    all.addAll(words);
    all.addAll(numbers);
    return all;
  }

  /** How a number was told; null if it was not. */
  PaymentMatch.Clue clueOf(String matchNumber) {
    if (references.contains(matchNumber)) {
      return PaymentMatch.Clue.REFERENCE;
    }
    if (words.contains(matchNumber)) {
      return PaymentMatch.Clue.WORD;
    }
    return numbers.contains(matchNumber) ? PaymentMatch.Clue.NUMBER : null;
  }
}
