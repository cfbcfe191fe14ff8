package io.remit.casefile;

/**
 * What is shown of a case by one who knows it: forms get all parts as one view. What the REST interface shows of the
 * same stands beside it.
 */
interface CaseFilePart {

  /** @return a record; forms refer to its components by their names, which no other part has */
  Record of(OpenedForm form);
}
