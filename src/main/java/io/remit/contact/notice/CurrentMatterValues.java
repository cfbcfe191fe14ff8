package io.remit.contact.notice;

import io.remit.cases.MatterKey;
import io.remit.contact.ContactAttempt;
import io.remit.contact.MatterText;
import io.remit.contact.text.Placeholder;
import io.remit.gate.Purpose;
import io.remit.hold.Hold.Reason;
import io.remit.hold.Holds;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a message may say of the matter that it is about, at this moment. */
@Component
public class CurrentMatterValues {

  private final Map<MatterKey.Kind, MatterValues> kinds;
  private final Holds holds;

  CurrentMatterValues(ObjectProvider<MatterValues> kinds, Holds holds) {
    this.kinds = kinds.stream().collect(Collectors.toMap(MatterValues::kind, Function.identity()));
    this.holds = holds;
  }

  /**
   * The values of a message's placeholders that are about its matter: none if it is about no matter.
   *
   * @return empty if the message must not go out any more
   */
  public Optional<Map<Placeholder, String>> of(ContactAttempt attempt) {
    MatterKey matter = attempt.matter();
    if (matter == null) {
      return Optional.of(Map.of());
    }
    boolean room = attempt.purpose() != Purpose.TERMS
        || holds.pausedFor(attempt.caseNumber()).stream().allMatch(Reason::leavesRoomForTerms);
    return !room ? Optional.empty() : MatterText.of(Objects.requireNonNull(attempt.template()))
        .flatMap(text -> Objects.requireNonNull(kinds.get(matter.kind())).of(matter, text));
  }

  /** The last day on which a text about a matter makes sense, in the creditor's zone; empty if there is none. */
  Optional<LocalDate> lastDay(MatterKey matter) {
    return Objects.requireNonNull(kinds.get(matter.kind())).lastDay(matter);
  }
}
