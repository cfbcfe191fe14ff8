package io.remit.division;

import java.util.List;

/** The decisions {@code work-expected} and {@code division-rules}, asked through the engine. */
public interface DivisionRules {

  /** Minutes of work in a week; 0 if the case needs no collector. */
  int minutesFor(CaseToDivide facts);

  /** All that a collector must be able to do. */
  List<Requirement> requirementsFor(CaseToDivide facts);
}
