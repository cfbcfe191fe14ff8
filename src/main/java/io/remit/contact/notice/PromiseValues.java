package io.remit.contact.notice;

import io.remit.cases.MatterKey;
import io.remit.cases.MatterKey.Kind;
import io.remit.contact.MatterText;
import io.remit.contact.text.Placeholder;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What texts say of a promise, as long as it runs. */
@Component
class PromiseValues implements MatterValues {

  private final Promises promises;

  PromiseValues(Promises promises) {
    this.promises = promises;
  }

  @Override
  public Kind kind() {
    return Kind.PROMISE;
  }

  @Override
  public Optional<Map<Placeholder, String>> of(MatterKey matter, MatterText text) {
    Promise promise = promises.get(matter.number());
    return promise.status() != Promise.Status.OPEN ? Optional.empty()
        : Optional.of(Map.of(Placeholder.PROMISE_AMOUNT, promise.currency() + " " + promise.amount().toPlainString(),
            Placeholder.PROMISE_DATE, promise.promisedFor().toString()));
  }

  @Override
  public Optional<LocalDate> lastDay(MatterKey matter) {
    return Optional.of(promises.get(matter.number()).promisedFor());
  }
}
