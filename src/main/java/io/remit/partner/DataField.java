package io.remit.partner;

import java.util.Locale;

/**
 * What a partner may be told of a case beside its number and its currency; the list is closed. The names are stored and
 * told over REST: one may come, none is renamed.
 */
public enum DataField {
  DEBTOR_NAME, ADDRESS, CITY, REGION, COUNTRY, PHONE, EMAIL, LANGUAGE, TIME_ZONE, PRODUCT, OUTSTANDING_AMOUNT,
  OVERDUE_AMOUNT, OLDEST_DUE_DATE, CONTACTS_SO_FAR;

  /** The name of its column in a file for a partner, such as {@code debtor_name}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
