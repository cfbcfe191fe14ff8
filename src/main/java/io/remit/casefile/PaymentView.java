package io.remit.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.cases.BusinessCalendar;
import io.remit.ledger.Account;
import io.remit.payment.BankMovement;
import io.remit.payment.UnidentifiedPayment;
import io.remit.payment.UnidentifiedPayments;
import io.remit.payment.UnidentifiedPayments.LikelyAccount;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.ToldAmounts.ToldAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person needs on one screen to find out for which account a payment is, as the form names it. It is made afresh
 * whenever the form is opened and is never stored: it is full of personal data.
 */
@Component
public class PaymentView {

  private static final int SHOWN_AT_EACH_END = 4;

  private final UnidentifiedPayments payments;
  private final Proposals proposals;
  private final BusinessCalendar calendar;
  private final FormWords words;
  private final ObjectMapper json;

  PaymentView(UnidentifiedPayments payments, Proposals proposals, BusinessCalendar calendar, FormWords words,
      ObjectMapper json) {
    this.payments = payments;
    this.proposals = proposals;
    this.calendar = calendar;
    this.words = words;
    this.json = json;
  }

  private record View(String paymentNumber, String what, String amount, List<Fact> facts, List<LikelyRow> likely,
      List<Option> choices) {
  }

  private record LikelyRow(String account, String caseNumber, String debtor, String overdue, String outstanding,
      String why) {
  }

  /** The view as JSON. */
  public String of(String paymentNumber) {
    UnidentifiedPayment payment = payments.get(paymentNumber);
    List<LikelyAccount> likely = payments.likely(paymentNumber);
    BankTransaction told = payment.told();
    View view = new View(paymentNumber,
        words.sentence(told.kind() == Kind.CHARGEBACK ? "Chargeback: the bank takes a payment back" : "Payment"),
        FormWords.money(told.currency(), told.amount()), words.labelled(facts(payment)),
        likely.stream().map(this::row).toList(), choices(likely));
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the view of a payment is always JSON", impossible);
    }
  }

  private List<Fact> facts(UnidentifiedPayment payment) {
    BankTransaction told = payment.told();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Booked", told.bookingDate().toString()));
    facts.add(new Fact("Value date", told.valueDate().toString()));
    add(facts, "From", told.payer().name());
    add(facts, "On behalf of", told.payer().ultimateName());
    add(facts, "From account", told.payer().account() == null ? null : masked(told.payer().account()));
    add(facts, "Text", told.remittance().text());
    add(facts, "References", String.join(" ", told.remittance().creditorReferences()));
    add(facts, "End-to-end reference", told.references().endToEnd());
    add(facts, "Further references", String.join(" ", told.references().others()));
    add(facts, "Payments in it", told.payments() > 1 ? String.valueOf(told.payments()) : null);
    add(facts, "Ordered", amount(told.told().instructed()));
    add(facts, "Exchange rate", told.told().rate() == null ? null
        : told.told().rate().stripTrailingZeros().toPlainString());
    add(facts, "Charges", amount(told.told().charges()));
    add(facts, "Why it went back", told.returnReason());
    facts.add(new Fact("Came with", words.sentence("file " + payment.fileId() + ", line " + told.line())));
    if (payment.mayBe() != null) {
      add(facts, "May be the same as", sameAs(payment.mayBe()));
    }
    proposals.newest(payment.number()).filter(Proposal::waits).ifPresent(waiting -> {
      facts.add(new Fact("To be approved", words.of(waiting.kind())));
      add(facts, "Account", waiting.accountNumber());
      facts.add(new Fact("Decided by", Objects.requireNonNull(waiting.proposed().by())));
      add(facts, "Why", waiting.reason());
    });
    return facts;
  }

  /** What was told before, so that a person can compare. */
  private String sameAs(BankMovement earlier) {
    BankTransaction told = earlier.told();
    return String.join(", ", Stream.of(words.sentence("file " + earlier.fileId() + ", line " + told.line()),
        told.bookingDate().toString(), told.payer().name(), told.remittance().text(), told.references().bank())
        .filter(each -> each != null && !each.isBlank()).toList());
  }

  private static @Nullable String amount(@Nullable ToldAmount told) {
    return told == null ? null : FormWords.money(told.currency(), told.amount());
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  private LikelyRow row(LikelyAccount likely) {
    Account account = likely.account();
    return new LikelyRow(account.accountNumber(), account.caseNumber() == null ? "" : account.caseNumber(),
        likely.debtorName(), FormWords.money(account.currency(), account.overdueOn(calendar.today())),
        FormWords.money(account.currency(), account.outstandingAmount()), likely.why());
  }

  private static List<Option> choices(List<LikelyAccount> likely) {
    Map<String, Option> choices = new LinkedHashMap<>();
    likely.forEach(each -> choices.putIfAbsent(each.account().accountNumber(),
        new Option(each.account().accountNumber() + ", " + each.debtorName(), each.account().accountNumber())));
    return List.copyOf(choices.values());
  }

  /** Enough of an account number to compare it with a letter, and not enough to misuse it. */
  private static String masked(String account) {
    int hidden = account.length() - 2 * SHOWN_AT_EACH_END;
    return hidden <= 0 ? "*".repeat(account.length()) : account.substring(0, SHOWN_AT_EACH_END) + "*".repeat(hidden)
        + account.substring(account.length() - SHOWN_AT_EACH_END);
  }
}
