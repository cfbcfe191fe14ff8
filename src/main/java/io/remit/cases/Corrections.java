package io.remit.cases;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What debtors had corrected of what the creditor's files tell of them. A correction holds as long as the files tell
 * the same wrong value; when they tell a third one, that counts, and the open cases tell that it does. Addresses and
 * numbers have ways of their own: {@link ToldAddresses}, and what is known of how a debtor can be reached.
 */
@Repository
public class Corrections {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LANGUAGE = 35;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\".]+");

  private final JdbcClient jdbc;
  private final DebtorRepository debtors;
  private final Timeline timeline;
  private final News news;
  private final BusinessCalendar calendar;

  Corrections(JdbcClient jdbc, DebtorRepository debtors, Timeline timeline, News news, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.debtors = debtors;
    this.timeline = timeline;
    this.news = news;
    this.calendar = calendar;
  }

  /** What can be corrected. */
  public enum Field {
    NAME, EMAIL, LANGUAGE
  }

  /** A correction as somebody enters it; each may be null, and is refused then. */
  public record Entered(@Nullable String field, @Nullable String value, @Nullable String reason) {
  }

  /**
   * A correction.
   *
   * @param insteadOf what the creditor's file told then, or null
   * @param inForce whether the creditor's file still tells that
   */
  public record Correction(Field field, String value, @Nullable String insteadOf, String reason, String correctedBy,
      Instant correctedAt, boolean inForce) {
  }

  /** The corrections of a debtor. */
  public List<Correction> of(String debtorId) {
    DebtorDetails file = asTheFileTells(debtorId);
    return jdbc.sql("""
        select field, told_value, instead_of, reason, corrected_by, corrected_at from corrected_value
         where debtor_id = :debtor order by field
        """).param("debtor", debtorId).query((row, number) -> read(row, file)).list();
  }

  /**
   * Corrects something, in place of an earlier correction of it.
   *
   * @param by user id
   * @throws InvalidInputException if a value cannot be accepted
   */
  @Transactional
  public void correct(String debtorId, Entered entered, String by) {
    Field field = EnteredText.choice("field", entered.field(), Field.class);
    String value = checked(field, entered.value());
    String reason = EnteredText.reason(entered.reason());
    debtors.lock(debtorId);
    jdbc.sql("delete from corrected_value where debtor_id = :debtor and field = :field").param("debtor", debtorId)
        .param("field", field.name()).update();
    jdbc.sql("""
        insert into corrected_value (debtor_id, field, told_value, instead_of, reason, corrected_by, corrected_at)
        values (:debtor, :field, :value, :insteadOf, :reason, :by, :at)
        """).param("debtor", debtorId).param("field", field.name()).param("value", value)
        .param("insteadOf", valueOf(asTheFileTells(debtorId), field)).param("reason", reason).param("by", by)
        .param("at", utc(calendar.now())).update();
    timeline.addToOpenCases(debtorId, EntryKind.NUMBER, by, "The debtor's data was corrected", field.name());
    news.ofWayTo(debtorId);
  }

  /** A file tells other values than the one before: where that ends a correction, the open cases tell it. */
  void told(DebtorDetails before, DebtorDetails told) {
    if (jdbc.sql("select count(*) from corrected_value where debtor_id = :debtor").param("debtor", told.debtorId())
        .query(Integer.class).single() == 0) {
      return;
    }
    of(told.debtorId()).stream().filter(correction -> {
      String now = valueOf(told, correction.field());
      return Objects.equals(correction.insteadOf(), valueOf(before, correction.field()))
          && !Objects.equals(correction.insteadOf(), now) && !correction.value().equals(now);
    }).forEach(ended -> timeline.addToOpenCases(told.debtorId(), EntryKind.NUMBER, Timeline.SYSTEM,
        "The creditor's file tells something else than what was corrected, and that counts", ended.field().name()));
  }

  private static String checked(Field field, @Nullable String entered) {
    return switch (field) {
      case NAME -> EnteredText.required("value", entered, LONGEST_NAME);
      case EMAIL -> {
        String email = EnteredText.required("value", entered, LONGEST_EMAIL);
        if (!EMAIL.matcher(email).matches()) {
          throw new InvalidInputException("value", "is not an e-mail address");
        }
        yield email;
      }
      case LANGUAGE -> {
        try {
          yield new Locale.Builder().setLanguageTag(EnteredText.required("value", entered, LONGEST_LANGUAGE)).build()
              .toLanguageTag();
        } catch (IllformedLocaleException unknown) {
          throw new InvalidInputException("value", "must be a language such as en or pt-BR");
        }
      }
    };
  }

  private DebtorDetails asTheFileTells(String debtorId) {
    return debtors.find(List.of(debtorId)).get(0);
  }

  private static @Nullable String valueOf(DebtorDetails debtor, Field field) {
    return switch (field) {
      case NAME -> debtor.name();
      case EMAIL -> debtor.email();
      case LANGUAGE -> debtor.language();
    };
  }

  private static Correction read(ResultSet row, DebtorDetails file) throws SQLException {
    Field field = Field.valueOf(row.getString("field"));
    String insteadOf = row.getString("instead_of");
    return new Correction(field, row.getString("told_value"), insteadOf, row.getString("reason"),
        row.getString("corrected_by"), instant(row, "corrected_at"),
        Objects.equals(insteadOf, valueOf(file, field)));
  }
}
