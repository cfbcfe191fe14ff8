package io.remit.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.books.Difference;
import io.remit.books.Differences;
import io.remit.ledger.DifferingBooking.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a person needs on one screen to decide where the creditor's books and ours differ, as the form names it. It is
 * made afresh whenever the form is opened and is never stored.
 */
@Component
public class DifferenceView {

  private final Differences differences;
  private final FormWords words;
  private final ObjectMapper json;

  DifferenceView(Differences differences, FormWords words, ObjectMapper json) {
    this.differences = differences;
    this.words = words;
    this.json = json;
  }

  private record View(String differenceNumber, String what, List<Fact> facts) {
  }

  /** The view as JSON. */
  public String of(String differenceNumber) {
    Difference difference = differences.get(differenceNumber);
    View view = new View(differenceNumber, words.sentence(difference.kind() == Kind.NOT_SHOWN
        ? "The creditor's books do not show what was booked here"
        : "The creditor's books seem to show already what was booked here"), words.labelled(facts(difference)));
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the view of a difference is always JSON", impossible);
    }
  }

  private List<Fact> facts(Difference difference) {
    String currency = difference.currency();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Account", difference.accountNumber()));
    if (difference.caseNumber() != null) {
      facts.add(new Fact("Case", difference.caseNumber()));
    }
    facts.add(new Fact("Booked here", difference.reference()));
    facts.add(new Fact("It changes the debt by", FormWords.money(currency, differences.effectOf(difference))));
    facts.add(new Fact("Books of", difference.asOf().toString()));
    facts.add(new Fact("The creditor states", FormWords.money(currency, difference.stated())));
    facts.add(new Fact("We expected", FormWords.money(currency, difference.expected())));
    return facts;
  }
}
