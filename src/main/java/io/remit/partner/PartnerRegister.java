package io.remit.partner;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The partners, and whether each may get anything today. */
@Component
public class PartnerRegister {

  private final PartnerRepository partners;
  private final PartnerPolicy policy;
  private final PartnerProcess process;
  private final BusinessCalendar calendar;

  PartnerRegister(PartnerRepository partners, PartnerPolicy policy, PartnerProcess process,
      BusinessCalendar calendar) {
    this.partners = partners;
    this.policy = policy;
    this.process = process;
    this.calendar = calendar;
  }

  /** @return empty if there is no such partner */
  public Optional<Partner> find(String partnerId) {
    return partners.find(partnerId);
  }

  /** @throws IllegalStateException if there is no such partner */
  public Partner get(String partnerId) {
    return find(partnerId).orElseThrow(
        () -> new IllegalStateException("the register has no partner " + partnerId));
  }

  /** All partners, in order of their ids. */
  public List<Partner> all() {
    return partners.all();
  }

  /** Whether a partner may get anything today, and why not. */
  public Standing standingOf(Partner partner) {
    return Standing.of(partner, policy.requirementsFor(partner), calendar.today());
  }

  /** On which day a partner's next yearly evaluation is due. */
  public LocalDate evaluationDue(Partner partner) {
    return Standing.evaluationDue(partner, policy.requirementsFor(partner));
  }

  /** The partners that may get something today, in order of their ids. */
  public List<Partner> inGoodStanding() {
    return all().stream().filter(partner -> standingOf(partner).isGood()).toList();
  }

  /**
   * Takes a partner into the register. It has no key yet and gets nothing before it has.
   *
   * @param by user id
   * @throws InvalidInputException that names the field
   */
  @Transactional
  public Partner register(String partnerId, EnteredPartner entered, String by) {
    Partner checked = PartnerEntry.partner(PartnerEntry.id(partnerId), entered, null,
        new Oversight(calendar.today(), null, null, null));
    if (partners.find(partnerId).isPresent()) {
      throw new InvalidInputException("partnerId", "is in the register already");
    }
    partners.insert(checked, by, calendar.now());
    process.lookAfter(partnerId);
    return checked;
  }

  /**
   * Changes what officers enter of a partner. Its key, its evaluations and a suspension stay as they are. The legal
   * basis of a sale was signed for this contract and these places: for others it is void.
   *
   * @param by user id
   * @throws InvalidInputException that names the field
   * @throws IllegalStateException if there is no such partner
   */
  @Transactional
  public Partner change(String partnerId, EnteredPartner entered, String by) {
    Partner known = locked(partnerId);
    Partner changed = PartnerEntry.partner(partnerId, entered, known.papers().key(), known.oversight());
    partners.update(changed, by, calendar.now());
    Contract signed = known.papers().contract();
    if (signed != null && signed.sale() != null && !(signed.isSameAs(changed.papers().contract())
        && known.scope().places().equals(changed.scope().places()))) {
      partners.removeSale(partnerId);
    }
    process.lookAfter(partnerId);
    return changed;
  }

  /**
   * Lets a partner get nothing from now on. What it has it keeps until it is recalled.
   *
   * @param by user id
   * @throws InvalidInputException if no reason is given, or it is suspended already
   * @throws IllegalStateException if there is no such partner
   */
  @Transactional
  public void suspend(String partnerId, String reason, String by) {
    Suspension suspension = new Suspension(calendar.now(), by, EnteredText.reason(reason));
    if (locked(partnerId).oversight().suspension() != null) {
      throw new InvalidInputException("partnerId", "is suspended already");
    }
    partners.suspend(partnerId, suspension);
  }

  /**
   * Ends a suspension.
   *
   * @throws InvalidInputException if the partner is not suspended
   * @throws IllegalStateException if there is no such partner
   */
  @Transactional
  public void resume(String partnerId) {
    if (locked(partnerId).oversight().suspension() == null) {
      throw new InvalidInputException("partnerId", "is not suspended");
    }
    partners.suspend(partnerId, null);
  }

  /**
   * Lets nobody else count or change what a partner has, or put together what it gets, until the transaction ends.
   *
   * @return false if there is no such partner
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(String partnerId) {
    return partners.lock(partnerId);
  }

  private Partner locked(String partnerId) {
    partners.lock(partnerId);
    return get(partnerId);
  }
}
