package io.remit.intake;

/** Reads the text of one field. */
@FunctionalInterface
interface FieldFormat<T> {

  /** @param text not blank, without surrounding space */
  T read(String text) throws BrokenRule;
}
