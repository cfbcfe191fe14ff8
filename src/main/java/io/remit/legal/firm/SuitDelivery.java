package io.remit.legal.firm;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import io.remit.partner.PartnerRegister;
import io.remit.partner.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Hands a suit over to its law firm, if that may get anything at this moment. */
@Component
public class SuitDelivery {

  private final ReferralRepository referrals;
  private final PartnerRegister register;
  private final SuitPackage content;
  private final SuitMandate mandate;
  private final FirmFolder folder;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  SuitDelivery(ReferralRepository referrals, PartnerRegister register, SuitPackage content, SuitMandate mandate,
      FirmFolder folder, BusinessCalendar calendar, Timeline timeline) {
    this.referrals = referrals;
    this.register = register;
    this.content = content;
    this.mandate = mandate;
    this.folder = folder;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Whether a case goes to a law firm: it was referred to one. */
  public boolean isReferred(String caseNumber) {
    return referrals.open(caseNumber).isPresent();
  }

  /**
   * Brings the dossier of a referred case to its firm. Done again it brings the same file. A firm that may get nothing
   * any more gets nothing, and the timeline tells why.
   *
   * @param papers what the firm gets, by what it may be told
   * @return where the file is; empty if the firm gets nothing
   * @throws io.remit.exchange.DeliveryFailedException if it could not be brought there; trying again does no harm
   */
  public Optional<String> deliver(String caseNumber, Function<Set<DataField>, SuitPapers> papers) {
    Referral referral = referrals.open(caseNumber).orElseThrow(
        () -> new IllegalStateException("case " + caseNumber + " is referred to no law firm"));
    Partner firm = register.get(referral.firmId());
    PartnerKey key = firm.confirmedKey();
    Standing standing = register.standingOf(firm);
    if (!standing.isGood() || key == null) {
      referrals.refused(referral.referralId(), calendar.now());
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM,
          "Not handed over: " + firm.partnerId() + " may get nothing: " + standing.words());
      return Optional.empty();
    }
    String file = folder.send(firm.partnerId(), key, referral.reference() + ".zip",
        content.of(referral, firm, papers.apply(firm.scope().dataFields())));
    mandate.isOut(referral);
    referrals.delivered(referral.referralId(), calendar.now());
    timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "Dossier handed to the law firm", firm.partnerId());
    return Optional.of(file);
  }
}
