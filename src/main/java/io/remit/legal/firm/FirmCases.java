package io.remit.legal.firm;

import io.remit.cases.BusinessCalendar;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The suits that law firms have, from the dossier to the end: their people's tasks, and what they are told. */
@Component
public class FirmCases {

  private final ReferralRepository referrals;
  private final FirmNoticeRepository notices;
  private final PartnerRegister register;
  private final FirmProcess process;
  private final BusinessCalendar calendar;

  FirmCases(ReferralRepository referrals, FirmNoticeRepository notices, PartnerRegister register, FirmProcess process,
      BusinessCalendar calendar) {
    this.referrals = referrals;
    this.notices = notices;
    this.register = register;
    this.process = process;
    this.calendar = calendar;
  }

  /** The referral of a suit that goes on, whether or not the firm has the dossier yet. */
  public Optional<Referral> of(String caseNumber) {
    return referrals.open(caseNumber);
  }

  /** The referral of a suit whose dossier its firm has. */
  public Optional<Referral> withFirm(String caseNumber) {
    return of(caseNumber).filter(referral -> referral.deliveredAt() != null);
  }

  /** The firm that has a suit. */
  public Optional<Partner> firmThatHas(String caseNumber) {
    return withFirm(caseNumber).map(referral -> register.get(referral.firmId()));
  }

  /** What the firm was told of a suit, oldest first. */
  public List<FirmNotice> told(Referral referral) {
    return notices.of(referral.referralId());
  }

  /** The firm got the dossier: its people get their task. */
  public void delivered(String caseNumber) {
    firmThatHas(caseNumber).filter(firm -> process.hasPeople(firm.group())).ifPresent(firm ->
        process.begin(caseNumber));
  }

  /** A step was recorded, by whomever: the firm's task follows. */
  public void moved(String caseNumber) {
    if (withFirm(caseNumber).isPresent()) {
      process.moved(caseNumber);
    }
  }

  /** The firm is to be told something of a suit that it has; nothing happens if no firm has it. */
  public void tell(String caseNumber, FirmNotice.What what, @Nullable LocalDate stayedUntil) {
    withFirm(caseNumber).ifPresent(referral -> {
      notices.insert(referral.referralId(), what, stayedUntil, calendar.now());
      process.tell(caseNumber);
    });
  }

  /** A suit is over, or does not begin: no firm has it any more. */
  public void over(String caseNumber) {
    of(caseNumber).ifPresent(referral -> {
      referrals.end(referral.referralId(), calendar.now());
      if (referral.deliveredAt() != null) {
        process.moved(caseNumber);
      }
    });
  }

  /**
   * The id of the group of the firm that has a suit.
   *
   * @throws IllegalStateException if no firm has it
   */
  public String groupFor(String caseNumber) {
    return firmThatHas(caseNumber).map(Partner::group).orElseThrow(
        () -> new IllegalStateException("no law firm has case " + caseNumber));
  }

  /** Gives firms a task for each suit that they had before they had people here. */
  public void catchUp() {
    List<String> firms = register.all().stream().filter(partner -> process.hasPeople(partner.group()))
        .map(Partner::partnerId).toList();
    List<String> suits = referrals.casesWith(firms);
    if (!suits.isEmpty()) {
      Set<String> underWork = process.underWork();
      suits.stream().filter(caseNumber -> !underWork.contains(caseNumber)).forEach(process::begin);
    }
  }
}
