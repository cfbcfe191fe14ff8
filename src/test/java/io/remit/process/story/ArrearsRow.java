package io.remit.process.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row of an arrears file: a good one, in which a test changes what matters to it. */
public final class ArrearsRow {

  public static final String HEADER =
      "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,"
      + "debtor_id,debtor_type,debtor_name,phone,email,address,city,country,time_zone,language,owns_property,"
      + "contact_person_name,contact_person_phone,next_due_amount,region,latitude,longitude";

  private final Map<String, String> fields = new LinkedHashMap<>();
  private LocalDate today;

  /**
   * An account of EUR 460.00 that became due so many days ago, of a person at sea, with a satellite phone: no
   * country, and so the default rules without holidays, and no summer time.
   */
  public ArrearsRow(String accountNumber, String debtorId, LocalDate today, int daysPastDue) {
    this.today = today;
    for (String column : HEADER.split(",")) {
      fields.put(column, "");
    }
    with("account_number", accountNumber).with("product", "LOAN").with("currency", "EUR");
    with("debtor_id", debtorId).with("debtor_type", "PERSON").with("debtor_name", "Xu Diaz");
    with("phone", phoneOf(debtorId)).with("email", emailOf(debtorId));
    with("address", "277 Example Street").with("city", "Atlantic Ocean");
    with("time_zone", "Etc/UTC").with("language", "en").with("owns_property", "false");
    owes("460.00").daysPastDue(daysPastDue);
  }

  /** The number that a debtor has if nothing else is said, E.164: each has one alone. */
  public static String phoneOf(String debtorId) {
    return "+8703%08d".formatted(Math.floorMod(debtorId.hashCode(), 100_000_000));
  }

  /** The e-mail address that a debtor has if nothing else is said: each has one alone. */
  public static String emailOf(String debtorId) {
    return "xu.diaz.%08d@example.com".formatted(Math.floorMod(debtorId.hashCode(), 100_000_000));
  }

  public ArrearsRow with(String column, String value) {
    if (fields.put(column, value) == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return this;
  }

  public ArrearsRow without(String... columns) {
    for (String column : columns) {
      with(column, "");
    }
    return this;
  }

  /** The file is of a later day. */
  public ArrearsRow asOf(LocalDate later) {
    today = later;
    return overdueAsDue();
  }

  /** What is outstanding; all of it is overdue if the due date has passed, and falls due as a whole if it has not. */
  public ArrearsRow owes(String amount) {
    with("outstanding_amount", amount);
    return overdueAsDue();
  }

  public ArrearsRow daysPastDue(int days) {
    return dueOn(today.minusDays(days));
  }

  public ArrearsRow dueOn(LocalDate dueDate) {
    with("oldest_due_date", dueDate.toString());
    return overdueAsDue();
  }

  public ArrearsRow in(String timeZone) {
    return with("time_zone", timeZone);
  }

  public ArrearsRow currency(String currency) {
    return with("currency", currency);
  }

  private ArrearsRow overdueAsDue() {
    String dueDate = fields.get("oldest_due_date");
    boolean overdue = !dueDate.isEmpty() && LocalDate.parse(dueDate).isBefore(today);
    with("next_due_amount", overdue ? "" : fields.get("outstanding_amount"));
    return with("overdue_amount", overdue ? fields.get("outstanding_amount") : "0");
  }

  public String accountNumber() {
    return fields.get("account_number");
  }

  public String debtorId() {
    return fields.get("debtor_id");
  }

  public String currency() {
    return fields.get("currency");
  }

  public LocalDate dueDate() {
    return LocalDate.parse(fields.get("oldest_due_date"));
  }

  public String csv() {
    return String.join(",", fields.values());
  }
}
