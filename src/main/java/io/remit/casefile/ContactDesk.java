package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.cases.InvalidInputException;
import io.remit.contact.conversation.AtTheDoor;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ContactResult.Complaint;
import io.remit.contact.conversation.ContactResult.Pause;
import io.remit.contact.conversation.ContactResult.PlanAsked;
import io.remit.contact.conversation.ContactResult.Wish;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.gate.Clearance;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.gate.Person;
import io.remit.outsourcing.Placements;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.promise.PromiseEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where people who do not work in Tasklist ask the gate before they call or visit, and report what came of it:
 * partners, in the cases that were placed with them, and staff with a dialer of their own.
 */
@RestController
@RequestMapping("/api/cases/{caseNumber}/contacts")
@Tag(name = "Contacts")
class ContactDesk {

  private static final Set<DataField> POSTAL_ADDRESS =
      EnumSet.of(DataField.DEBTOR_NAME, DataField.ADDRESS, DataField.CITY, DataField.COUNTRY);
  private static final Set<Channel> BY_PEOPLE = EnumSet.of(Channel.CALL, Channel.VISIT);

  private final ContactsByPeople contacts;
  private final ReportedContacts reports;
  private final KnownCases cases;
  private final Placements placements;
  private final PartnerRegister register;

  ContactDesk(ContactsByPeople contacts, ReportedContacts reports, KnownCases cases, Placements placements,
      PartnerRegister register) {
    this.contacts = contacts;
    this.reports = reports;
    this.cases = cases;
    this.placements = placements;
    this.register = register;
  }

  /** @param person DEBTOR if missing */
  record Wanted(@Nullable Channel channel, @Nullable Person person) {
  }

  /**
   * The gate's answer.
   *
   * @param address the number or address to use; null if it was denied
   */
  record Answer(boolean allowed, String rule, @Nullable String counters, @Nullable Instant nextAllowedAt,
      @Nullable String address) {
  }

  /**
   * What came of it: see the form of a call.
   *
   * @param channel CALL or VISIT; SMS, EMAIL or LETTER for what the debtor wrote, or a letter that came back
   * @param holdReason with the outcome PAUSE why
   * @param contactName who is asked in the place of a debtor who died, is insolvent or is represented; else null
   * @param visit of a visit how it was made; see the form of a visit
   * @param wish how the debtor wants to be contacted from now on, or null
   */
  record Report(@Nullable Channel channel, String outcome, @Nullable String initiative, @Nullable String overdueReason,
      @Nullable String promiseAmount, @Nullable String promiseDate, @Nullable String promiseMethod,
      @Nullable String promiseReminder, @Nullable String representative, @Nullable String planInstalments,
      @Nullable String planFirstDate, @Nullable String holdReason, @Nullable String contactName,
      @Nullable String contactPhone, @Nullable String complaint, @Nullable String complaintAbout,
      @Nullable WishTold wish, @Nullable VisitTold visit, @Nullable String note) {
  }

  /**
   * @param secondAgent user id of who went along, or null
   * @param identityShown YES if the agents showed who they are
   * @param entry STAYED_OUTSIDE or WITH_CONSENT
   * @param othersTold NO if nobody but the debtor heard of the debt
   * @param evidence what was seen, or null
   * @param newAddress with the city and the region: where the debtor lives now, if that was told
   */
  record VisitTold(@Nullable String secondAgent, @Nullable String identityShown, @Nullable String entry,
      @Nullable String othersTold, @Nullable String evidence, @Nullable String newAddress, @Nullable String newCity,
      @Nullable String newRegion) {
  }

  /**
   * @param number that is never to be used again, or null
   * @param channel by which the debtor wants no contact, or null
   * @param from and to: the hours in which alone the debtor wants to be contacted, or null
   * @param notFrom and notTo: hours in which the debtor does not, or null
   */
  record WishTold(@Nullable String number, @Nullable String channel, @Nullable String from, @Nullable String to,
      @Nullable String notFrom, @Nullable String notTo) {
  }

  @PostMapping
  @Operation(summary =
      "Ask the gate for a call or a visit now; if it allows, the number or address comes with the answer")
  Answer ask(@PathVariable String caseNumber, @RequestBody Wanted wanted, Authentication user) {
    Optional<Partner> partner = partnerOf(caseNumber, user);
    mayUse(partner, wanted.channel());
    Clearance clearance = contacts.open(caseNumber, byPeople(wanted.channel()),
        wanted.person() == null ? Person.DEBTOR : wanted.person(), user.getName());
    return new Answer(clearance.allowed(), clearance.decision().rule(), clearance.decision().counters(),
        clearance.decision().nextAllowedAt(), isTold(partner, wanted.channel()) ? clearance.address() : null);
  }

  @PostMapping("/result")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary =
      "Report what came of a call or a visit that the gate allowed, or of what the debtor began; it has"
      + " the same consequences as in Tasklist")
  void report(@PathVariable String caseNumber, @RequestBody Report report, Authentication user) {
    Optional<Partner> partner = partnerOf(caseNumber, user);
    if (report.channel() == Channel.CALL || report.channel() == Channel.VISIT) {
      mayUse(partner, report.channel());
    }
    WishTold told = report.wish() == null ? new WishTold(null, null, null, null, null, null) : report.wish();
    VisitTold visit = report.visit() == null ? new VisitTold(null, null, null, null, null, null, null, null)
        : report.visit();
    reports.take(caseNumber, ConversationReport.byPerson(reported(report.channel()), new ContactResult(report.outcome(),
        report.initiative(), report.overdueReason(),
        new PromiseEntry.Entered(report.promiseAmount(), report.promiseDate(), report.promiseMethod(),
            report.promiseReminder(), report.representative()),
        new PlanAsked(report.planInstalments(), report.planFirstDate()),
        new Pause(report.holdReason(), report.contactName(), report.contactPhone()),
        new Complaint(report.complaint(), report.complaintAbout()),
        new Wish(told.number(), told.channel(),
            new EnteredHours(told.from(), told.to(), told.notFrom(), told.notTo())),
        report.note()), new AtTheDoor(visit.secondAgent(), visit.identityShown(), visit.entry(), visit.othersTold(),
            visit.evidence(), visit.newAddress(), visit.newCity(), visit.newRegion()), user.getName()));
  }

  /** A robot's calls are reported by the robot. */
  private static Channel reported(@Nullable Channel channel) {
    if (channel == null || channel == Channel.ROBOT_CALL) {
      throw new InvalidInputException("channel", "must be CALL, VISIT, SMS, EMAIL or LETTER");
    }
    return channel;
  }

  private static Channel byPeople(@Nullable Channel channel) {
    if (channel == null || !BY_PEOPLE.contains(channel)) {
      throw new InvalidInputException("channel", "must be CALL or VISIT");
    }
    return channel;
  }

  /**
   * Staff whom the route lets in may contact any debtor, a partner those whose case it was given. To a partner a case
   * of others and one that does not exist look the same: so nobody learns which numbers there are.
   *
   * @return the partner for whom the user works; empty for staff
   */
  private Optional<Partner> partnerOf(String caseNumber, Authentication user) {
    List<String> groups = user.getAuthorities().stream().map(GrantedAuthority::getAuthority)
        .filter(Partner::isGroup).toList();
    if (groups.isEmpty()) {
      cases.number(caseNumber);
      return Optional.empty();
    }
    return Optional.of(placements.partnerThatHas(caseNumber).filter(id -> groups.contains(Partner.groupOf(id)))
        .map(register::get)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, "this case is not yours to contact")));
  }

  private static void mayUse(Optional<Partner> partner, @Nullable Channel channel) {
    if (channel != null && partner.filter(its -> !its.scope().channels().contains(channel)).isPresent()) {
      throw new InvalidInputException("channel", "is no way by which you may contact debtors");
    }
  }

  /** A partner is told a number, or an address as a letter has it, only if the register allows all that is in it. */
  private static boolean isTold(Optional<Partner> partner, @Nullable Channel channel) {
    Set<DataField> told = channel == Channel.VISIT ? POSTAL_ADDRESS : EnumSet.of(DataField.PHONE);
    return partner.map(its -> its.scope().dataFields().containsAll(told)).orElse(true);
  }
}
