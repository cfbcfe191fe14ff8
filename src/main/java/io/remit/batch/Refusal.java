package io.remit.batch;

/** Why a case of a batch is left as it is. */
enum Refusal {

  CLOSED("it is closed"),
  HELD_ALREADY("it is on hold for this reason already"),
  NOT_HELD("no hold for this reason is on it"),
  ON_HOLD("it is on hold"),
  SAME_STAGE("it is in this stage already"),
  AT_COURT("it is at court"),
  WITH_PARTNER("it is placed with a partner: recall it first"),
  TIME_BARRED("a debt of it is too old to be sued for"),
  NOT_OVERDUE("nothing is overdue yet"),
  PROTECTED("a hold protects its debtor"),
  PROMISED("a promise runs"),
  COMPLAINED("a complaint is open"),
  SAME_COLLECTOR("this collector works it already"),
  BARRED("its debtor complained about this collector"),
  NOT_PLACED("it is placed with no partner"),
  /** What the use case itself said; the words are its own. */
  NOT_ACCEPTED("it was not accepted");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** For people, in English. */
  String words() {
    return words;
  }
}
