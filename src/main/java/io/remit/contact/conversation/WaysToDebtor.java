package io.remit.contact.conversation;

import static io.remit.cases.EnteredText.isEntered;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.cases.ToldAddresses;
import io.remit.cases.ToldAddresses.Told;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ConversationOutcome;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What conversations tell of the ways to a debtor: a wrong number or address, and whether others may be asked. */
@Component
public class WaysToDebtor {

  private static final int LONGEST_ADDRESS = 300;
  private static final int LONGEST_CITY = 100;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final CaseRepository cases;
  private final ContactAttempts attempts;
  private final DebtorRepository debtors;
  private final ToldAddresses addresses;
  private final ReachabilityRepository reachability;
  private final Timeline timeline;

  WaysToDebtor(CaseRepository cases, ContactAttempts attempts, DebtorRepository debtors,
      ToldAddresses addresses, ReachabilityRepository reachability, Timeline timeline) {
    this.cases = cases;
    this.attempts = attempts;
    this.debtors = debtors;
    this.addresses = addresses;
    this.reachability = reachability;
    this.timeline = timeline;
  }

  /**
   * Where the debtor lives now, if that was told.
   *
   * @throws InvalidInputException if a field cannot be accepted, or the debtor did not move
   */
  static Optional<Told> movedTo(AtTheDoor entered, ConversationOutcome outcome) {
    if (!(isEntered(entered.newAddress()) || isEntered(entered.newCity()) || isEntered(entered.newRegion()))) {
      return Optional.empty();
    }
    if (outcome != ConversationOutcome.MOVED_AWAY) {
      throw new InvalidInputException("newAddress", "belongs to the outcome that the debtor lives elsewhere");
    }
    String region = entered.newRegion();
    return Optional.of(new Told(EnteredText.required("newAddress", entered.newAddress(), LONGEST_ADDRESS),
        isEntered(entered.newCity()) ? EnteredText.required("newCity", entered.newCity(), LONGEST_CITY) : null,
        region == null || region.isBlank() ? null : region(region.strip())));
  }

  private static String region(String entered) {
    if (!entered.matches("[A-Z]{2}-[A-Z0-9]{1,3}") || !COUNTRIES.contains(entered.substring(0, 2))) {
      throw new InvalidInputException("newRegion", "must be one of ISO 3166-2 such as CN-HB");
    }
    return entered;
  }

  /** The debtor lives there from now on, as far as is known: who wants to write or to visit uses it. */
  void livesNowAt(String debtorId, Told told, String by) {
    addresses.tell(debtorId, told, by);
    timeline.addToOpenCases(debtorId, EntryKind.ADDRESS, by, "The debtor has another address", null);
  }

  /** Nobody else is asked for the debtor who was reached, and no contact person who does not want to be. */
  void conclude(String debtorId, ConversationOutcome outcome) {
    if (outcome.rightParty()) {
      reachability.closeThirdParty(debtorId, "REACHED");
    } else if (outcome == ConversationOutcome.CONTACT_PERSON_REFUSED) {
      reachability.closeThirdParty(debtorId, "REFUSED");
    }
    if (outcome == ConversationOutcome.MOVED_AWAY) {
      addressIsWrong(debtorId);
    }
  }

  /** Nobody is written to or visited where the debtor does not live. */
  private void addressIsWrong(String debtorId) {
    reachability.of(debtors.get(debtorId)).postalAddress()
        .ifPresent(address -> reachability.mark(debtorId, address, Address.WRONG, "conversation"));
    timeline.addToOpenCases(debtorId, EntryKind.ADDRESS, Timeline.SYSTEM, "The debtor does not live at his address",
        null);
  }

  /**
   * The number that was called, or from which a text came, is not the debtor's. Whose call to us says so means the
   * number that we used last.
   */
  public void numberIsWrong(String caseNumber) {
    String debtorId = cases.get(caseNumber).debtorId();
    attempts.newestWith(caseNumber, ConversationOutcome.WRONG_NUMBER).map(ContactAttempt::recipient)
        .or(() -> attempts.ofCase(caseNumber).stream().filter(attempt -> attempt.channel().isByPhone())
            .filter(attempt -> attempt.person() == Person.DEBTOR).map(ContactAttempt::recipient)
            .filter(Objects::nonNull).findFirst())
        .or(() -> reachability.of(debtors.get(debtorId)).numbers().stream().findFirst())
        .ifPresent(number -> reachability.mark(debtorId, number, Address.WRONG, "conversation"));
    timeline.add(caseNumber, EntryKind.NUMBER, Channel.CALL, Timeline.SYSTEM, "The phone number is not the debtor's",
        null);
  }
}
