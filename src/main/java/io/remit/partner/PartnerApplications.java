package io.remit.partner;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.partner.EnteredPartner.LicenceEntry;
import io.remit.partner.PartnerApplication.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lawyers and collectors who want to become partners apply by themselves; two people look at each application, one
 * after the other. Who is admitted comes into the register without contract and key, and gets nothing yet.
 */
@Component
public class PartnerApplications {

  /** With so many that nobody has decided on no more are taken: no program fills the officers' list. */
  static final int MOST_OPEN = 200;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_PLACES = 10;
  private static final int LONGEST_PLACES = 500;
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]*");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;\"()\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");
  private static final int LONGEST_REASON = 500;

  private final ApplicationRepository applications;
  private final PartnerRegister register;
  private final PartnerProcess process;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  PartnerApplications(ApplicationRepository applications, PartnerRegister register, PartnerProcess process,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.applications = applications;
    this.register = register;
    this.process = process;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * What somebody outside wrote; each may be missing.
   *
   * @param places parted by commas, such as {@code CN-SH/Shanghai, CN-ZJ}
   * @param licenceExpires ISO date
   */
  public record Applied(@Nullable String name, @Nullable String kind, @Nullable String places,
      @Nullable String licenceNumber, @Nullable String licenceAuthority, @Nullable String licenceExpires,
      @Nullable String email) {
  }

  /** What an outsourcing officer thinks of an application, as the form sends it. */
  public record Reviewed(First outcome, @Nullable String note) {
  }

  /** What the first can say. */
  public enum First {
    PROPOSED, REJECTED
  }

  /**
   * What a supervisor decides on an application, as the form sends it.
   *
   * @param partnerId the id of the new partner; only asked for if it is admitted
   */
  public record Decided(Second outcome, @Nullable String partnerId, @Nullable String note) {
  }

  /** What the second can say. */
  public enum Second {
    ADMITTED, REJECTED
  }

  /** That the applicant knows, as the form sends it. */
  public record Told(@Nullable String note) {
  }

  /**
   * Takes an application.
   *
   * @return false if there are too many that nobody has decided on
   * @throws InvalidInputException that names the field
   */
  @Transactional
  public boolean apply(Applied written) {
    PartnerApplication application = new PartnerApplication(0, Status.RECEIVED, line("name", written.name()),
        EnteredText.choice("kind", written.kind(), PartnerKind.class), places(written.places()), licence(written),
        email(written.email()), calendar.now(), null, null, null);
    if (applications.open() >= MOST_OPEN) {
      return false;
    }
    process.applied(applications.insert(application));
    return true;
  }

  private static String line(String field, @Nullable String written) {
    String line = EnteredText.required(field, written, LONGEST_NAME);
    if (!LINE.matcher(line).matches()) {
      throw new InvalidInputException(field, "has a character that cannot be written");
    }
    return line;
  }

  private static Set<Place> places(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty() || text.length() > LONGEST_PLACES || text.split(",").length > MOST_PLACES) {
      throw new InvalidInputException("places", "needs 1 to " + MOST_PLACES + " places");
    }
    return PartnerEntry.places(Arrays.stream(text.split(",")).map(String::strip).toList());
  }

  private static @Nullable Licence licence(Applied written) {
    String number = written.licenceNumber();
    return number == null || number.isBlank() ? null
        : PartnerEntry.licence(new LicenceEntry(line("licence.number", number),
            line("licence.authority", written.licenceAuthority()), written.licenceExpires()));
  }

  private static String email(@Nullable String written) {
    String address = written == null ? "" : written.strip();
    if (!EMAIL.matcher(address).matches()) {
      throw new InvalidInputException("email", "must be an address such as office@example.com");
    }
    return address;
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such application */
  public PartnerApplication get(long applicationId) {
    return applications.get(applicationId);
  }

  /**
   * Keeps what the first person thinks.
   *
   * @throws InvalidInputException that names the field
   */
  public void review(long applicationId, Reviewed form, String by) {
    boolean proposed = form.outcome() == First.PROPOSED;
    applications.reviewed(applicationId, proposed ? Status.PROPOSED : Status.REJECTED, by, calendar.now(),
        proposed ? null : EnteredText.required("note", form.note(), LONGEST_REASON));
  }

  /**
   * Whether somebody may decide on an application.
   *
   * @param field that is named to who may not
   * @throws InvalidInputException if they looked at it first
   */
  public void mayDecide(long applicationId, String field, String userId) {
    PartnerApplication application = applications.get(applicationId);
    secondPerson.mustDecide(field, userId, new Raised(null, application.reviewedBy(), application.reviewedAt()),
        "is for another person: you looked at this application first");
  }

  /**
   * Admits an applicant to the register, or turns the application down.
   *
   * @throws InvalidInputException that names the field
   */
  public void decide(long applicationId, Decided form, String by) {
    mayDecide(applicationId, "outcome", by);
    if (form.outcome() == Second.REJECTED) {
      applications.decided(applicationId, Status.REJECTED, by, calendar.now(),
          EnteredText.required("note", form.note(), LONGEST_REASON));
      return;
    }
    PartnerApplication application = applications.get(applicationId);
    Licence licence = application.licence();
    String partnerId = form.partnerId() == null ? "" : form.partnerId().strip();
    register.register(partnerId, new EnteredPartner(application.name(), application.kind().name(),
        application.places().stream().map(Place::toString).toList(), List.of(), List.of(), 0, List.of(), List.of(),
        licence == null ? null : new LicenceEntry(licence.number(), licence.authority(),
            licence.expires() == null ? null : licence.expires().toString()), null, List.of()), by);
    applications.decided(applicationId, Status.ADMITTED, by, calendar.now(), null);
  }

  /**
   * The applicant knows what became of the application.
   *
   * @throws InvalidInputException if the note is too long
   */
  public void told(long applicationId, Told form) {
    EnteredText.note(form.note());
    applications.forgetAddress(applicationId);
  }
}
