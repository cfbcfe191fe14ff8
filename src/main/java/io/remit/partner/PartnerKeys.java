package io.remit.partner;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.exchange.openpgp.Certificate;
import io.remit.partner.OpenPgpCertificates.Read;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys that files for partners are encrypted with: one person enters a key, another confirms it. */
@Component
public class PartnerKeys {

  private final PartnerRepository partners;
  private final PartnerRegister register;
  private final PartnerProcess process;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  PartnerKeys(PartnerRepository partners, PartnerRegister register, PartnerProcess process,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.partners = partners;
    this.register = register;
    this.process = process;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * Takes a partner's key in place of the one that it had. Until somebody else confirms it the partner gets nothing.
   *
   * @param armoured an OpenPGP certificate in ASCII armour
   * @param by user id
   * @throws InvalidInputException if it is none, or of no use
   * @throws IllegalStateException if there is no such partner
   */
  @Transactional
  public PartnerKey enter(String partnerId, @Nullable String armoured, String by) {
    Instant now = calendar.now();
    Read read = OpenPgpCertificates.read(armoured == null ? "" : armoured, now);
    partners.lock(partnerId);
    register.get(partnerId);
    PartnerKey key = new PartnerKey(read.armoured(), read.fingerprint(), read.expires().orElse(null), by, now, null,
        null);
    partners.setKey(partnerId, key);
    process.keyEntered(partnerId);
    return key;
  }

  /**
   * Whether somebody may confirm a partner's key.
   *
   * @param field that is named to who may not
   * @throws InvalidInputException if they entered it themselves
   */
  public void mayConfirm(String partnerId, String field, String userId) {
    PartnerKey key = register.get(partnerId).papers().key();
    if (key != null) {
      secondPerson.mustDecide(field, userId, new Raised(null, key.enteredBy(), key.enteredAt()),
          "is for another person: you entered this key yourself");
    }
  }

  /**
   * What a second person found out of a key, as the form sends it.
   *
   * @param fingerprint as the partner told it; only asked for if it is confirmed
   */
  public record Decided(Verdict outcome, @Nullable String fingerprint, @Nullable String note) {
  }

  /** What a second person can say of a key. */
  public enum Verdict {
    CONFIRMED, REFUSED
  }

  /**
   * Confirms a partner's key, as a supervisor would in the task.
   *
   * @param fingerprint as the partner told it, by another way than the key came; blanks and small letters do no harm
   * @param by user id of another person than entered it
   * @throws InvalidInputException if there is no key to confirm, it is another's, or by who entered it
   * @throws IllegalStateException if there is no such partner
   */
  @Transactional
  public void confirm(String partnerId, @Nullable String fingerprint, String by) {
    String told = fingerprint == null ? "" : fingerprint;
    mustFit(partnerId, told, by);
    process.keyDecided(partnerId, Verdict.CONFIRMED.name(), told, by);
  }

  private void mustFit(String partnerId, String fingerprint, String by) {
    partners.lock(partnerId);
    PartnerKey key = register.get(partnerId).papers().key();
    if (key == null || key.isConfirmed()) {
      throw new InvalidInputException("fingerprint", "there is no key to confirm");
    }
    mayConfirm(partnerId, "fingerprint", by);
    if (!Certificate.isFingerprint(fingerprint, key.fingerprint())) {
      throw new InvalidInputException("fingerprint",
          "is not that of the key that was entered: ask the partner again, and do not use the key");
    }
  }

  /**
   * Takes what a second person found out: a key that is not the partner's is removed.
   *
   * @param by user id
   * @throws InvalidInputException that names the field
   */
  @Transactional
  public void decide(String partnerId, Decided form, String by) {
    EnteredText.note(form.note());
    if (form.outcome() == Verdict.CONFIRMED) {
      mustFit(partnerId, form.fingerprint() == null ? "" : form.fingerprint(), by);
      partners.confirmKey(partnerId, by, calendar.now());
    } else {
      partners.removeKey(partnerId);
    }
  }
}
