package io.remit.legal.firm;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import io.remit.partner.PartnerRegister;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings law firms what they are told of their suits: a sealed file for each notice. */
@Component
public class FirmNotices {

  private final ReferralRepository referrals;
  private final FirmNoticeRepository notices;
  private final PartnerRegister register;
  private final FirmFolder folder;
  private final SuitPackage content;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  FirmNotices(ReferralRepository referrals, FirmNoticeRepository notices, PartnerRegister register, FirmFolder folder,
      SuitPackage content, CaseFigures figures, BusinessCalendar calendar, Timeline timeline) {
    this.referrals = referrals;
    this.notices = notices;
    this.register = register;
    this.folder = folder;
    this.content = content;
    this.figures = figures;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** What is in the file, for the firm's program. */
  record Message(String suit, String caseNumber, FirmNotice.What what, @Nullable LocalDate stayedUntil,
      Instant notedAt, @Nullable String currency, @Nullable BigDecimal outstandingAmount) {
  }

  /**
   * Brings all that the firm of a case was not brought yet. Done again it brings the same files. A firm is told also
   * when it may get no more cases: what it has it has to stop.
   *
   * @throws IllegalStateException if the firm has no confirmed key: what it is told waits for one
   * @throws io.remit.exchange.DeliveryFailedException if a file could not be brought
   */
  public void bring(String caseNumber) {
    for (FirmNotice notice : notices.toBring(caseNumber)) {
      Referral referral = referrals.get(notice.referralId());
      Partner firm = register.get(referral.firmId());
      PartnerKey key = firm.confirmedKey();
      if (key == null) {
        throw new IllegalStateException(firm.partnerId() + " has no confirmed key: what it is to be told waits");
      }
      folder.send(firm.partnerId(), key, referral.reference() + "-notice-" + notice.noticeId() + ".json",
          content.written(message(referral, notice, firm)));
      notices.delivered(notice.noticeId(), calendar.now());
      timeline.add(caseNumber, EntryKind.COURT, Timeline.SYSTEM, "The law firm was told: " + notice.what().name());
    }
  }

  private Message message(Referral referral, FirmNotice notice, Partner firm) {
    boolean tellsAmount = notice.what() == FirmNotice.What.CORRECTED
        && firm.scope().dataFields().contains(DataField.OUTSTANDING_AMOUNT);
    CaseFigures.Figures known = figures.of(referral.caseNumber());
    return new Message(referral.reference(), referral.caseNumber(), notice.what(), notice.stayedUntil(),
        notice.notedAt(), tellsAmount ? known.currency() : null, tellsAmount ? known.outstanding() : null);
  }
}
