package io.remit.intake.csv;

/** Reads the text of one field. */
@FunctionalInterface
public interface FieldFormat<T> {

  /** @param text not blank, without surrounding space */
  T read(String text) throws BrokenRule;
}
