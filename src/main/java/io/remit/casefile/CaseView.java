package io.remit.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.MatterKey;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.contact.dispatch.DeliveryClarification;
import io.remit.contact.text.CaseValues;
import io.remit.contact.text.MessageTexts;
import io.remit.gate.Person;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.limitation.Limitations;
import io.remit.outsourcing.Placements;
import io.remit.person.SharedContacts;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a person needs on one screen to work a case, as the forms name it. It is made afresh whenever a form is opened
 * and is never stored: it is full of personal data.
 */
@Component
public class CaseView {

  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final int SHOWN_CONTACTS = 10;

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final ContactAttempts contacts;
  private final DebtorFacts facts;
  private final MessageTexts texts;
  private final CaseValues values;
  private final Promises promises;
  private final Holds holds;
  private final Placements placements;
  private final DeliveryClarification clarification;
  private final MatterFacts matters;
  private final TermsRows terms;
  private final Outlook outlook;
  private final Limitations limitations;
  private final SharedContacts sharedContacts;
  private final BusinessCalendar calendar;
  private final Shown shown;
  private final ObjectMapper json;

  CaseView(CaseRepository cases, DebtorRepository debtors, AccountRepository accounts, CaseFigures figures,
      ContactAttempts contacts, DebtorFacts facts, MessageTexts texts, CaseValues values, Promises promises,
      Holds holds, Placements placements, DeliveryClarification clarification, MatterFacts matters, TermsRows terms,
      Outlook outlook,
      Limitations limitations, SharedContacts sharedContacts,
      BusinessCalendar calendar, Shown shown, ObjectMapper json) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
    this.contacts = contacts;
    this.facts = facts;
    this.texts = texts;
    this.values = values;
    this.promises = promises;
    this.holds = holds;
    this.placements = placements;
    this.clarification = clarification;
    this.matters = matters;
    this.terms = terms;
    this.outlook = outlook;
    this.limitations = limitations;
    this.sharedContacts = sharedContacts;
    this.calendar = calendar;
    this.shown = shown;
    this.json = json;
  }

  private record View(String caseNumber, String stage, long daysPastDue, String overdue, String outstanding,
      List<DebtorFacts.Fact> debtor, List<AccountRow> accounts, List<BarredRow> barred, List<SharedRow> sharedWith,
      List<ContactRow> contacts, List<PromiseRow> promises,
      List<HoldRow> holds, List<ScriptLine> script, List<Option> partners, List<Option> unsettled,
      List<DebtorFacts.Fact> matter, List<MatterFacts.EvidenceRow> evidence, List<Option> toCheck,
      List<Option> accountChoices, List<MatterFacts.PaymentRow> payments, List<TermsRows.PlanRow> plans,
      List<TermsRows.InstalmentRow> instalments, List<TermsRows.OfferRow> offers,
      Map<ConversationOutcome, String> next) {
  }

  private record Closed(String caseNumber, String stage, long daysPastDue, String overdue, String outstanding,
      List<DebtorFacts.Fact> debtor) {
  }

  private record AccountRow(String number, String product, LocalDate dueDate, String overdue, String outstanding) {
  }

  /** An account that is too old to be sued for. */
  private record BarredRow(String number, LocalDate since) {
  }

  /** Another debtor id that has the same number or address. */
  private record SharedRow(String debtorId, String name, String what, String caseNumber) {
  }

  private record ContactRow(String at, String channel, String result, String actor) {
  }

  private record PromiseRow(String amount, LocalDate promisedFor, String method, String promisedBy, String takenBy,
      String status) {
  }

  private record HoldRow(String reason, String since, LocalDate reviewOn, LocalDate until, String raisedBy,
      String note, String contact) {
  }

  private record ScriptLine(String line) {
  }

  private record Option(String label, String value) {
  }

  /** What may be shown of the case to anybody who sees its task: no more than is on the task's card. */
  public String closed(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    CaseFigures.Figures amounts = figures.of(current, accounts.ofCase(caseNumber));
    return written(new Closed(caseNumber, shown.name(current.stage()), amounts.daysPastDue(),
        Shown.money(current.currency(), amounts.overdue()), Shown.money(current.currency(), amounts.outstanding()),
        shown.labelled(List.of(new DebtorFacts.Fact("Claim the task",
            shown.sentence("to see the debtor and the accounts"))))));
  }

  /** The view as JSON. */
  public String of(String caseNumber) {
    return json(caseNumber, null, null, List.of());
  }

  /**
   * The view for somebody who is about to speak with the debtor.
   *
   * @param contactBy how he will do it: the gate is asked for this channel
   * @param actor who that is: a user id
   */
  public String forConversation(String caseNumber, Channel contactBy, String actor) {
    return json(caseNumber, contactBy, actor, List.of());
  }

  /** The view for somebody who chooses a partner. */
  public String forPlacement(String caseNumber) {
    return json(caseNumber, null, null, placements.partnersFor(caseNumber).stream()
        .map(partner -> new Option(partner.name(), partner.partnerId())).toList());
  }

  /**
   * The view for somebody who decides on one matter: of holds it stands first among those that are on the case.
   *
   * @param reader user id: a complaint about himself is not for him to read
   */
  public String forMatter(MatterKey matter, String reader) {
    return json(matter.caseNumber(), null, reader, List.of(), matter);
  }

  private String json(String caseNumber, Channel contactBy, String actor, List<Option> partners) {
    return json(caseNumber, contactBy, actor, partners, null);
  }

  /** @param decided the matter to decide on, or null */
  private String json(String caseNumber, Channel contactBy, String actor, List<Option> partners, MatterKey decided) {
    CollectionCase current = cases.get(caseNumber);
    DebtorDetails debtor = debtors.get(current.debtorId());
    List<Account> owed = accounts.ofCase(caseNumber);
    CaseFigures.Figures amounts = figures.of(current, owed);
    String currency = current.currency();
    LocalDate today = calendar.today();
    ZoneId zone = debtor.timeZone();
    TermsRows.Rows agreed = terms.of(caseNumber);
    View view = new View(caseNumber, shown.name(current.stage()), amounts.daysPastDue(),
        Shown.money(currency, amounts.overdue()), Shown.money(currency, amounts.outstanding()),
        facts.of(current, debtor, contactBy, actor),
        owed.stream().map(account -> new AccountRow(account.accountNumber(), account.product(),
            account.oldestDueDate(), Shown.money(currency, account.overdueOn(today)),
            Shown.money(currency, account.outstandingAmount()))).toList(),
        limitations.barred(owed, debtor).entrySet().stream()
            .map(each -> new BarredRow(each.getKey(), each.getValue())).toList(),
        sharedContacts.undecided(caseNumber).stream().map(this::shared).toList(),
        contacts.ofCase(caseNumber).stream().limit(SHOWN_CONTACTS).map(attempt -> contact(attempt, zone)).toList(),
        promises.ofCase(caseNumber).stream().map(this::promise).toList(),
        holds.inForce(caseNumber).stream().sorted(Comparator.comparing(hold -> !hold.key().equals(decided)))
            .map(hold -> holdRow(hold, hold.key().equals(decided), zone)).toList(),
        script(contactBy, current, debtor, owed), partners,
        clarification.unclear(caseNumber).stream().map(attempt -> new Option(DAY_AND_TIME.format(attempt.plannedAt()
            .atZone(zone)) + " " + attempt.channel() + " " + attempt.template() + " by " + attempt.gateway(),
            String.valueOf(attempt.attemptId()))).toList(),
        matters.of(decided, actor), matters.evidenceOf(decided), matters.toBeChecked(decided).stream()
            .map(item -> new Option(shown.words(item.kind()) + " by " + item.issuer() + ", added by " + item.addedBy(),
                String.valueOf(item.evidenceId()))).toList(),
        owed.stream().map(account -> new Option(account.accountNumber() + ", owes "
            + Shown.money(currency, account.outstandingAmount()), account.accountNumber())).toList(),
        decided == null ? List.of() : matters.payments(owed.stream().map(Account::accountNumber).toList()),
        agreed.plans(), agreed.instalments(), agreed.offers(),
        contactBy == null ? Map.of() : outlook.after(caseNumber, contactBy));
    return written(view);
  }

  private String written(Record view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the view of a case is always JSON", impossible);
    }
  }

  private SharedRow shared(SharedContacts.Sharing with) {
    return new SharedRow(with.debtorId(), debtors.get(with.debtorId()).name(),
        shown.sentence(switch (with.kind()) {
          case PHONE -> "Phone";
          case EMAIL -> "E-mail";
        }), with.caseNumber());
  }

  private HoldRow holdRow(Hold hold, boolean decidedHere, ZoneId zone) {
    return new HoldRow(shown.words(hold.reason()) + (decidedHere ? " " + shown.sentence("(this one)") : ""),
        hold.from().isBefore(LocalDate.ofInstant(hold.raisedAt(), zone)) ? hold.from().toString()
            : DAY_AND_TIME.format(hold.raisedAt().atZone(zone)), hold.reviewOn(), hold.until(), hold.raisedBy(),
        hold.note() == null ? "" : hold.note(), hold.contact() == null ? "" : hold.contact().name()
            + (hold.contact().phone() == null ? "" : " " + hold.contact().phone()));
  }

  private ContactRow contact(ContactAttempt attempt, ZoneId zone) {
    String result = attempt.outcome() != null ? attempt.outcome() : attempt.status().name();
    String reason = attempt.overdueReason() == null ? "" : ": " + shown.words(attempt.overdueReason());
    return new ContactRow(DAY_AND_TIME.format(attempt.plannedAt().atZone(zone)), shown.name(attempt.channel()),
        shown.words(result) + reason, attempt.actor());
  }

  private PromiseRow promise(Promise promise) {
    String representative = promise.given().representative();
    return new PromiseRow(Shown.money(promise.currency(), promise.amount()), promise.promisedFor(),
        shown.words(promise.given().method()), representative == null ? shown.words("debtor") : representative,
        promise.takenBy(), shown.words(promise.status()));
  }

  private List<ScriptLine> script(Channel contactBy, CollectionCase current, DebtorDetails debtor, List<Account> owed) {
    if (contactBy == null) {
      return List.of();
    }
    return texts.find(ContactsByPeople.scriptFor(contactBy, Person.DEBTOR), debtor.language())
        .map(text -> text.render(values.of(current, debtor, owed)).body().lines().filter(line -> !line.isBlank())
            .map(ScriptLine::new).toList())
        .orElse(List.of());
  }
}
