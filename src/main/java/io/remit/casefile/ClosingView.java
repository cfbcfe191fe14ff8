package io.remit.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.DebtorRepository;
import io.remit.intake.Closing;
import io.remit.intake.Closings;
import io.remit.ledger.Account;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a person needs on one screen to decide whether a complete file is whole, as the form names it. It is made afresh
 * whenever the form is opened and is never stored.
 */
@Component
public class ClosingView {

  private final Closings closings;
  private final DebtorRepository debtors;
  private final FormWords words;
  private final ObjectMapper json;

  ClosingView(Closings closings, DebtorRepository debtors, FormWords words, ObjectMapper json) {
    this.closings = closings;
    this.debtors = debtors;
    this.words = words;
    this.json = json;
  }

  private record View(String what, List<Fact> facts, List<ProductRow> products, List<AccountRow> accounts) {
  }

  private record ProductRow(String product, String open, String leftOut, String stillLeftOut, String share) {
  }

  private record AccountRow(String account, String product, String caseNumber, String debtor, String outstanding) {
  }

  /** The view as JSON. */
  public String of(String closingNumber) {
    Closing closing = closings.get(closingNumber);
    Map<String, Long> still = closings.stillLeftOut(closing);
    View view = new View(words.sentence("A complete file leaves out many accounts"), words.labelled(facts(closing)),
        closing.products().stream().map(product -> row(product, still)).toList(),
        closings.someLeftOut(closing).stream().map(this::row).toList());
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the view of a file is always JSON", impossible);
    }
  }

  private List<Fact> facts(Closing closing) {
    return List.of(new Fact("File", String.valueOf(closing.fileId())),
        new Fact("Taken in", closing.proposedAt().toString()), new Fact("Sent by",
            closing.deliveredBy() == null ? words.sentence("a file of the inbox") : closing.deliveredBy()));
  }

  private static ProductRow row(Closing.LeftOut product, Map<String, Long> still) {
    return new ProductRow(product.product(), String.valueOf(product.openAccounts()),
        String.valueOf(product.leftOut()), String.valueOf(still.getOrDefault(product.product(), 0L)),
        String.valueOf(product.share()));
  }

  private AccountRow row(Account account) {
    return new AccountRow(account.accountNumber(), account.product(),
        account.caseNumber() == null ? "" : account.caseNumber(), debtors.get(account.debtorId()).name(),
        FormWords.money(account.currency(), account.outstandingAmount()));
  }
}
