package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ConversationOutcome;
import io.remit.ledger.Account;
import io.remit.outsourcing.PartnerWork;
import io.remit.outsourcing.Placements;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A case as the people of the partner that has it see it: the data fields that the register allows, and what was done
 * since it was placed. What came before, other cases, contact persons and the names of staff are never in it.
 */
@Component
class PlacedCase {

  private static final int SHOWN_CONTACTS = 10;
  /** What the script says of a debt. */
  private static final Set<DataField> SAID_IN_THE_SCRIPT = EnumSet.of(DataField.DEBTOR_NAME, DataField.PRODUCT,
      DataField.OVERDUE_AMOUNT, DataField.OUTSTANDING_AMOUNT, DataField.OLDEST_DUE_DATE);

  private final Placements placements;
  private final PartnerRegister register;
  private final PlacedDebtor debtor;
  private final ConversationPart conversation;
  private final ContactAttempts contacts;
  private final Promises promises;
  private final FormWords words;

  PlacedCase(Placements placements, PartnerRegister register, PlacedDebtor debtor, ConversationPart conversation,
      ContactAttempts contacts, Promises promises, FormWords words) {
    this.placements = placements;
    this.register = register;
    this.debtor = debtor;
    this.conversation = conversation;
    this.contacts = contacts;
    this.promises = promises;
    this.words = words;
  }

  /** Named as the parts of a case's file are: it is shown by forms of the same kind. */
  private record Told(String caseNumber, List<Fact> debtor, List<PlacedDebtor.Debt> accounts, List<Contact> contacts,
      List<Promised> promises, List<ConversationPart.ScriptLine> script, Map<PartnerWork.Outcome, String> next) {
  }

  private record Contact(String at, String channel, String result) {
  }

  private record Promised(String amount, LocalDate promisedFor, String status) {
  }

  /**
   * What a person of the partner may see; nothing but the number if no partner has the case.
   *
   * @param reader user id
   */
  Record of(WholeCase about, String reader) {
    return placements.partnerThatHas(about.caseNumber()).map(register::get).map(partner -> told(about, partner, reader))
        .orElseGet(() -> new Told(about.caseNumber(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
  }

  private Told told(WholeCase about, Partner partner, String reader) {
    Instant since = placements.placedSince(about.caseNumber()).orElseThrow();
    Set<DataField> allowed = partner.scope().dataFields();
    return new Told(about.caseNumber(), debtor.facts(about, partner, reader), debtor.debts(about, allowed),
        contacts.ofCase(about.caseNumber()).stream().filter(made -> !made.plannedAt().isBefore(since))
            .limit(SHOWN_CONTACTS).map(made -> row(made, about)).toList(),
        promises.ofCase(about.caseNumber()).stream().filter(promise -> !promise.takenAt().isBefore(since))
            .map(this::row).toList(),
        allowed.containsAll(SAID_IN_THE_SCRIPT) ? script(about) : List.of(), after());
  }

  /** Without the lender's numbers of accounts: a payment that names the case is found as well. */
  private List<ConversationPart.ScriptLine> script(WholeCase about) {
    return conversation.script(Channel.CALL, about).stream().map(line -> new ConversationPart.ScriptLine(
        about.accounts().stream().map(Account::accountNumber).reduce(line.line(),
            (said, number) -> said.replace(number, about.caseNumber())))).toList();
  }

  private Contact row(ContactAttempt made, WholeCase about) {
    String result = made.outcome() != null ? made.outcome() : made.status().name();
    return new Contact(FormWords.dayAndTime(made.plannedAt(), about.debtor().timeZone()), words.name(made.channel()),
        words.of(result));
  }

  private Promised row(Promise promise) {
    return new Promised(FormWords.money(promise.currency(), promise.amount()), promise.promisedFor(),
        words.of(promise.status()));
  }

  private Map<PartnerWork.Outcome, String> after() {
    Map<PartnerWork.Outcome, String> found = new EnumMap<>(PartnerWork.Outcome.class);
    for (PartnerWork.Outcome outcome : PartnerWork.Outcome.values()) {
      String drawn = outcome == PartnerWork.Outcome.GIVEN_BACK ? "the case goes back to the creditor"
          : ConversationPart.drawn(ConversationOutcome.valueOf(outcome.name()));
      found.put(outcome, words.sentence(drawn == null ? "the case stays with you" : drawn));
    }
    return found;
  }
}
