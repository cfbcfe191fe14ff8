package io.remit.gate;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.gate.ContactQuestion.Limits;
import io.remit.gate.ContactRule.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When and how often the law and the house allow a contact, where the debtor is. */
@Component
public class ContactLimits {

  private final ContactPolicy policy;
  private final Places places;
  private final PublicHolidays holidays;
  private final ReachableDebtors debtors;
  private final BusinessCalendar calendar;

  ContactLimits(ContactPolicy policy, Places places, PublicHolidays holidays, ReachableDebtors debtors,
      BusinessCalendar calendar) {
    this.policy = policy;
    this.places = places;
    this.holidays = holidays;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /** The limits for one debtor and channel, before it is counted what was done. */
  record Local(Place place, List<ContactRule> rules, ContactWindow window) {

    /** For how long what was done counts. */
    Duration lookBack() {
      return Duration.ofDays(rules.stream().mapToInt(ContactRule::days).max().orElse(1) + 1L);
    }

    /** @param number that is to be called, or null */
    Limits with(ContactHistory history, @Nullable String number) {
      return new Limits(place, rules, window, new Caps(rules, place.zones(), history.contacts(), number));
    }
  }

  /** The hours and days on which a debtor may be contacted, by the rules for calls, which are the strictest. */
  public ContactWindow windowOf(String debtorId) {
    return windowOf(debtorId, Channel.CALL);
  }

  /** The hours and days on which a channel may be used for a debtor, whether or not it reaches the debtor. */
  public ContactWindow windowOf(String debtorId, Channel channel) {
    return of(debtors.of(debtorId), channel, calendar.now()).window();
  }

  /**
   * The hours and days on which a channel may be used for a debtor.
   *
   * @return empty if it can never be used, as far as is known: the debtor does not want it, or the law asks for a
   *     consent that was not given, there is no number or address, or no hour suits all places where the debtor may be
   */
  public Optional<ContactWindow> windowOf(Reachability debtor, Channel channel) {
    Instant now = calendar.now();
    Local limits = of(debtor, channel, now);
    if (!debtor.serves(channel) || limits.rules().stream().anyMatch(rule -> rule.kind() == Kind.WITH_CONSENT)) {
      return Optional.empty();
    }
    return Optional.of(limits.window()).filter(window -> window.next(now).isPresent());
  }

  /** Whether a stage may use a channel. */
  public boolean allows(Stage stage, Channel channel) {
    return policy.allows(stage, channel);
  }

  /** The version of the rules. */
  String version() {
    return policy.version();
  }

  Local of(Reachability debtor, Channel channel, Instant now) {
    Place place = places.of(debtor, now);
    List<ContactRule> rules = place.jurisdictions().stream()
        .flatMap(jurisdiction -> policy.rulesOf(jurisdiction, channel).stream())
        .filter(rule -> rule.kind() != Kind.WITH_CONSENT || !debtor.consented().contains(channel)).distinct().toList();
    // A letter is read when it suits the debtor, whenever it is posted.
    SuitableHours suitable = channel == Channel.LETTER ? SuitableHours.ANY : debtor.suitable();
    return new Local(place, rules, new ContactWindow(rules, place, day -> holidays.isHoliday(day, place), suitable,
        debtor.debtor().timeZone()));
  }
}
