package io.remit.legal;

import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How a dossier writes amounts and moments; its page calls these methods. */
class DossierFormat {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final String currency;
  private final ZoneId zone;

  DossierFormat(String currency, ZoneId zone) {
    this.currency = currency;
    this.zone = zone;
  }

  /** The amount in the scale of the dossier's currency, without the currency. */
  public String amount(BigDecimal amount) {
    return Money.inScaleOf(currency, amount).toPlainString();
  }

  /** Date and time of day in the creditor's zone. */
  public String moment(Instant at) {
    return MINUTES.format(at.atZone(zone));
  }
}
