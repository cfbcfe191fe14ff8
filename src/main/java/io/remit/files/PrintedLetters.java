package io.remit.files;

import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The letters and other papers that debtors get, and the codes by which anyone can check them. Each change is committed
 * at once, whatever becomes of the caller's transaction: a letter that lies in the print folder keeps its code.
 */
@Repository
public class PrintedLetters {

  /** Without 0 and O, 1 and I, which people take for one another: 32 signs, so that twelve make 60 random bits. */
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 12;
  private static final String SELECT =
      "select code, reference, dated, template, creditor, printed_at from printed_letter";

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final TransactionTemplate atOnce;

  /** @param transactions a letter's code is kept at once, whatever becomes of the letter */
  public PrintedLetters(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.atOnce = new TransactionTemplate(transactions);
    this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The letter of a reference, with its code and date; one that is asked for the first time gets both now.
   *
   * @param template what the letter is about
   * @param creditor in whose name it is written
   */
  public PrintedLetter ofReference(String reference, LocalDate today, String template, String creditor) {
    return find(reference).orElseGet(() -> {
      try {
        return add(new PrintedLetter(newCode(), reference, today, template, creditor, null));
      } catch (DuplicateKeyException anotherNodeWasFaster) {
        return find(reference).orElseThrow(() -> anotherNodeWasFaster);
      }
    });
  }

  /** The letter of a reference, be it printed or not. */
  public Optional<PrintedLetter> find(String reference) {
    return jdbc.sql(SELECT + " where reference = :reference").param("reference", reference).query(PrintedLetters::read)
        .optional();
  }

  /**
   * The letter that bears a code and was printed.
   *
   * @param entered as a person typed it: small letters, blanks and hyphens do no harm
   */
  public Optional<PrintedLetter> findPrinted(String entered) {
    String code = entered.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
    return code.length() != LENGTH ? Optional.empty()
        : jdbc.sql(SELECT + " where code = :code and printed_at is not null").param("code", code)
            .query(PrintedLetters::read).optional();
  }

  /** File and manifest line are there. A letter that is printed again keeps its first moment. */
  public void printed(String reference, Instant at) {
    atOnce.executeWithoutResult(status -> jdbc
        .sql("update printed_letter set printed_at = :at where reference = :reference and printed_at is null")
        .param("at", utc(at)).param("reference", reference).update());
  }

  private PrintedLetter add(PrintedLetter letter) {
    atOnce.executeWithoutResult(status -> jdbc.sql("""
        insert into printed_letter (code, reference, dated, template, creditor)
        values (:code, :reference, :dated, :template, :creditor)
        """).param("code", letter.code()).param("reference", letter.reference()).param("dated", letter.dated())
        .param("template", letter.template()).param("creditor", letter.creditor()).update());
    return letter;
  }

  private String newCode() {
    return random.ints(LENGTH, 0, SIGNS.length()).mapToObj(SIGNS::charAt).map(String::valueOf)
        .collect(Collectors.joining());
  }

  private static PrintedLetter read(ResultSet row, int number) throws SQLException {
    return new PrintedLetter(row.getString("code"), row.getString("reference"), row.getObject("dated", LocalDate.class),
        row.getString("template"), row.getString("creditor"), instantOrNull(row, "printed_at"));
  }
}
