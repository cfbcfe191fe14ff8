package io.remit.payment;

/** How a payment tells a number, the strongest first. */
enum Clue {
  /** In a field for references, as the whole of it, or in a reference whose check digits hardly agree by chance. */
  REFERENCE,
  /** In a field for references, with a check digit that agrees by chance in one of ten cases. */
  CHECKED,
  /** As it is written, delimited on both sides. */
  WORD,
  /** Written otherwise: in groups, without its letters, with other zeros; or beside figures that may belong to it. */
  NUMBER,
  /** Where something speaks against it: other letters before it, a telephone number, the label of something else. */
  DOUBTFUL,
  /** Not, but a number that differs from it by one digit or two neighbours. */
  NEAR,
  /** Not at all; something else speaks for it. */
  NONE;

  static Clue weaker(Clue one, Clue other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
