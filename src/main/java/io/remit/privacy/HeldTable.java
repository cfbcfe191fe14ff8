package io.remit.privacy;

import java.util.List;
import java.util.Locale;

/**
 * A table of the inventory.
 *
 * @param name in lower case
 * @param found how the rows of one debtor are found; empty if it holds no debtor's data
 * @param kind of what it is a part, for how long it is kept
 * @param heading what its rows are, said to the debtor in English and in Chinese
 */
record HeldTable(String name, OnErasure onErasure, String found, String kind, String heading, String chineseHeading,
    List<HeldColumn> columns) {

  /** What becomes of the debtor's rows. */
  enum OnErasure {
    /** They stay, without what could tell whose they are. */
    STAY,
    /** They go. */
    GO,
    /** There are none of a debtor's. */
    NONE
  }

  /** Whether rows of debtors can be in it. */
  boolean isAboutDebtors() {
    return onErasure != OnErasure.NONE;
  }

  boolean rowsStay() {
    return onErasure == OnErasure.STAY;
  }

  /** What its rows are, in the language of who reads it. */
  String headingIn(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chineseHeading : heading;
  }
}
