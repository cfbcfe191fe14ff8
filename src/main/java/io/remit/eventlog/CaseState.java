package io.remit.eventlog;

import io.remit.eventlog.PassedSteps.By;
import io.remit.eventlog.PassedSteps.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one state in which a case is.
 *
 * @param elementId where in the model it waits, or null
 * @param until the day on which it goes on by itself or its task should be done; null if it is closed, or has none
 * @param groups who has a task of it
 */
public record CaseState(Name name, @Nullable String elementId, @Nullable Instant until, Set<String> groups) {

  private static final String ON_HOLD = "held";
  private static final String IN_COURT = "court_in_legal";
  private static final String WITH_PARTNER = "place_in_outsourcing";

  /** The states, each case is in one of them. */
  public enum Name {
    CLOSED,
    /** Its process is gone. */
    LOST,
    /** A step of its process failed so often that it is not tried any more. */
    FAILED,
    ON_HOLD,
    /** It is reviewed for court, or a court has it. */
    IN_COURT,
    /** It is to go to a partner, or a partner has it. */
    WITH_PARTNER,
    HAS_TASK,
    /** It waits for the day on which it does the next thing. */
    WAITS_FOR_DAY,
    /** Its stage has nothing more to do: it waits for the next stage, or for something new. */
    RESTS,
    /** A step is about to be done. */
    UNDER_WAY
  }

  /**
   * The state of a case by what is known of it.
   *
   * @param waiting where its processes wait, and those of the matters beside it
   * @return empty if it is in none
   */
  static Optional<CaseState> of(CaseFacts facts, List<Waiting> waiting) {
    if (facts.isClosed()) {
      return Optional.of(new CaseState(Name.CLOSED, null, null, Set.of()));
    }
    List<Waiting> own = waiting.stream().filter(each -> each.processId().equals(facts.processId())).toList();
    if (own.isEmpty()) {
      return Optional.of(new CaseState(Name.LOST, null, null, Set.of()));
    }
    List<Waiting> ofCase =
        waiting.stream().filter(each -> each.businessKey().equals(facts.caseNumber())).toList();
    return own.stream().filter(Waiting::stopped).findFirst().map(failed -> state(Name.FAILED, failed, ofCase))
        .or(() -> at(own, ON_HOLD::equals).map(there -> state(Name.ON_HOLD, there, waiting)))
        .or(() -> at(own, IN_COURT::equals).map(there -> state(Name.IN_COURT, there, ofCase)))
        .or(() -> at(own, WITH_PARTNER::equals).map(there -> state(Name.WITH_PARTNER, there, ofCase)))
        .or(() -> ofCase.stream().filter(each -> each.by() == By.TASK).findFirst()
            .map(task -> state(Name.HAS_TASK, task, List.of(task))))
        .or(() -> at(own, element -> element.endsWith("_treatment_due"))
            .map(there -> state(Name.WAITS_FOR_DAY, there, ofCase)))
        .or(() -> at(own, element -> element.startsWith("wait_in_")).map(there -> state(Name.RESTS, there, ofCase)))
        .or(() -> own.stream().filter(each -> each.by() == By.JOB).findFirst()
            .map(job -> state(Name.UNDER_WAY, job, ofCase)));
  }

  private static Optional<Waiting> at(List<Waiting> waiting, Predicate<String> element) {
    return waiting.stream().filter(each -> each.by() == By.TOKEN)
        .filter(each -> each.elementId() != null && element.test(each.elementId())).findFirst();
  }

  private static CaseState state(Name name, Waiting there, List<Waiting> dated) {
    return new CaseState(name, there.elementId(),
        dated.stream().map(Waiting::due).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
        dated.stream().flatMap(each -> each.groups().stream()).collect(Collectors.toCollection(TreeSet::new)));
  }
}
