package io.remit.legal;

import io.remit.files.PlainText;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a dossier writes amounts, moments and what others wrote; its page calls these methods. */
class DossierFormat {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final String currency;
  private final ZoneId zone;

  DossierFormat(String currency, ZoneId zone) {
    this.currency = currency;
    this.zone = zone;
  }

  /** The amount in the scale of the dossier's currency, without the currency; nothing for null. */
  public String amount(@Nullable BigDecimal amount) {
    return amount == null ? "" : Money.inScaleOf(currency, amount).toPlainString();
  }

  /** Date and time of day in the creditor's zone. */
  public String moment(Instant at) {
    return MINUTES.format(at.atZone(zone));
  }

  /** What somebody wrote, in one line, and without what would turn the direction of reading; nothing for null. */
  public String text(@Nullable String written) {
    return written == null ? "" : PlainText.inOneLine(written);
  }

  /** A name of a list, such as {@code PARTLY_KEPT}, as a word: {@code partly kept}; nothing for null. */
  public String word(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What the gate said. */
  public String decision(DossierContent.Contact contact) {
    Boolean allowed = contact.allowed();
    if (allowed == null) {
      return "not asked";
    }
    return allowed ? "allowed" : "denied: " + contact.rule();
  }
}
