package io.remit.partner;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps partners worth their trust: they are evaluated each year and before their contracts end; licences end. */
@Component
public class PartnerCare {

  private static final int LONGEST_NOTE = 2000;
  private static final int LATEST_YEARS = 30;

  private final PartnerRepository partners;
  private final PartnerRegister register;
  private final PartnerPolicy policy;
  private final BusinessCalendar calendar;

  PartnerCare(PartnerRepository partners, PartnerRegister register, PartnerPolicy policy, BusinessCalendar calendar) {
    this.partners = partners;
    this.register = register;
    this.policy = policy;
    this.calendar = calendar;
  }

  /**
   * How a partner was found to work, as the form sends it.
   *
   * @param score 0 to 100
   */
  public record Evaluated(@Nullable String score, @Nullable String note) {
  }

  /**
   * Whether a partner's licence was prolonged, as the form sends it.
   *
   * @param expires ISO date of the new last day; only asked for if it was
   */
  public record Answered(Renewal outcome, @Nullable String expires, @Nullable String note) {
  }

  /** What can become of a licence. */
  public enum Renewal {
    RENEWED, NOT_RENEWED
  }

  /** When something has to be done about a partner next: that day's start of business; empty if nothing is foreseen. */
  public Optional<Instant> due(String partnerId) {
    return next(partnerId).map(care -> calendar.startOfBusiness(care.on()));
  }

  /** Whether it is the licence that somebody has to ask about; else it is an evaluation. */
  public boolean isAboutLicence(String partnerId) {
    return next(partnerId).map(NextCare::kind).orElse(NextCare.Kind.EVALUATION) == NextCare.Kind.LICENCE;
  }

  private Optional<NextCare> next(String partnerId) {
    Partner partner = register.get(partnerId);
    return NextCare.of(partner, policy.requirementsFor(partner));
  }

  /**
   * Keeps an evaluation.
   *
   * @throws InvalidInputException that names the field
   */
  public void evaluate(String partnerId, Evaluated form, String by) {
    String score = form.score() == null ? "" : form.score().strip();
    if (!score.matches("\\d{1,3}") || Integer.parseInt(score) > Evaluation.BEST) {
      throw new InvalidInputException("score", "must be 0 to " + Evaluation.BEST);
    }
    String note = EnteredText.required("note", form.note(), LONGEST_NOTE);
    partners.addEvaluation(partnerId, new Evaluation(calendar.today(), Integer.parseInt(score), by), note);
  }

  /**
   * Takes the new end of a licence; if there is none, nobody is asked about this end again.
   *
   * @throws InvalidInputException that names the field
   */
  public void renewLicence(String partnerId, Answered form, String by) {
    Licence licence = register.get(partnerId).papers().licence();
    LocalDate ends = licence == null ? null : licence.expires();
    if (ends == null) {
      return;
    }
    EnteredText.note(form.note());
    if (form.outcome() == Renewal.RENEWED) {
      partners.prolongLicence(partnerId, EnteredText.dateAhead("expires", form.expires(), ends,
          ends.plusYears(LATEST_YEARS)), by, calendar.now());
    } else {
      partners.licenceEndAsked(partnerId, ends);
    }
  }
}
