package io.remit.cases;

import java.time.LocalDate;
import java.util.Set;

/** Days by which a case did not grow older although no hold was on it. */
public interface KeptDays {

  /** Those of a case that are over, in the creditor's zone. */
  Set<LocalDate> of(String caseNumber);
}
