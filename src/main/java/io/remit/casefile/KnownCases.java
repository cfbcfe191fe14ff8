package io.remit.casefile;

import io.remit.cases.CaseRepository;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What each route below a case answers if there is no such case, or if it is closed. */
@Component
class KnownCases {

  private final CaseRepository cases;

  KnownCases(CaseRepository cases) {
    this.cases = cases;
  }

  /**
   * The number of a case that exists.
   *
   * @throws ResponseStatusException if there is no such case
   */
  String number(String caseNumber) {
    if (cases.find(caseNumber).isEmpty()) {
      throw unknown();
    }
    return caseNumber;
  }

  static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such case");
  }

  static ResponseStatusException closed() {
    return new ResponseStatusException(HttpStatus.CONFLICT, "the case is closed");
  }
}
