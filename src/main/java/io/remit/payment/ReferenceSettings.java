package io.remit.payment;

import io.remit.payment.ReferenceScheme.Certainty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which references with check digits the creditor has payments named by, and where in them its numbers stand.
 *
 * @param references none if the creditor uses none
 */
@ConfigurationProperties("remit")
record ReferenceSettings(@DefaultValue List<Reference> references) {

  ReferenceSettings {
    references = List.copyOf(references);
  }

  /**
   * One kind of reference.
   *
   * @param from the first character of the number of the account, debtor or case, counted from 1 in what is left of the
   *     reference without check digits and its letters in front; null for the whole
   * @param to the last one; null for the end
   */
  record Reference(ReferenceScheme scheme, @Nullable Integer from, @Nullable Integer to) {

    Reference {
      if (scheme == null) {
        throw new IllegalArgumentException("remit.references: each needs a scheme");
      }
      if (from != null && from < 1 || to != null && to < (from == null ? 1 : from)) {
        throw new IllegalArgumentException("remit.references: " + scheme + ": from is 1 or above, to is not before it");
      }
    }

    private boolean isDivided() {
      return from != null || to != null;
    }

    /** @return the numbers that the reference tells; empty if it is none */
    private List<String> numbersIn(String reference) {
      List<String> numbers = new ArrayList<>();
      for (String own : scheme.ownParts(reference)) {
        int first = from == null ? 0 : from - 1;
        int behind = to == null ? own.length() : Math.min(to, own.length());
        if (first < behind) {
          numbers.add(own.substring(first, behind));
        }
      }
      return numbers;
    }
  }

  /**
   * A number of the creditor's in a reference with right check digits.
   *
   * @param certain whether it is a reference wherever it stands
   * @param usual whether such references are used in the payment's currency: of others one in ten agrees by chance
   */
  record Told(String number, boolean certain, boolean usual) {
  }

  /**
   * @param reference as {@link io.remit.ledger.MatchNumber#of} writes it
   * @param currency of the payment, ISO 4217
   */
  List<Told> numbersIn(String reference, String currency) {
    List<Told> told = new ArrayList<>();
    for (Reference each : references) {
      boolean usual = each.scheme().isUsedIn(currency);
      boolean certain = usual && (each.isDivided() || each.scheme().certainty() == Certainty.BY_97);
      each.numbersIn(reference).forEach(number -> told.add(new Told(number, certain, usual)));
    }
    return told;
  }
}
