package io.remit.casefile;

import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The promises of a case, in the order in which they were taken. */
@Component
class PromisesPart implements CaseFilePart {

  private final Promises promises;
  private final FormWords words;

  PromisesPart(Promises promises, FormWords words) {
    this.promises = promises;
    this.words = words;
  }

  private record Given(List<PromiseRow> promises) {
  }

  private record PromiseRow(String amount, LocalDate promisedFor, String method, String promisedBy, String takenBy,
      String status) {
  }

  record PromiseLine(BigDecimal amount, String currency, LocalDate promisedFor, String method, Instant takenAt,
      String takenBy, String status, BigDecimal paid) {
  }

  @Override
  public Given of(OpenedForm form) {
    return new Given(promises.ofCase(form.caseNumber()).stream().map(this::row).toList());
  }

  private PromiseRow row(Promise promise) {
    String representative = promise.given().representative();
    return new PromiseRow(FormWords.money(promise.currency(), promise.amount()), promise.promisedFor(),
        words.of(promise.given().method()), representative == null ? words.of("debtor") : representative,
        promise.takenBy(), words.of(promise.status()));
  }

  /** The same as values. */
  List<PromiseLine> lines(String caseNumber) {
    return promises.ofCase(caseNumber).stream().map(promise -> new PromiseLine(promise.amount(),
        promise.currency(), promise.promisedFor(), promise.given().method().name(), promise.takenAt(),
        promise.takenBy(), promise.status().name(), promise.paid())).toList();
  }
}
