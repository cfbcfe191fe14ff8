package io.remit.eventlog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something about a case that is not as it should be.
 *
 * @param elementId the element of a model that it is about, or null
 * @param elementName as it is drawn, or null
 * @param detail ids, times and the like that tell more, or null
 */
public record Finding(String caseNumber, Rule rule, @Nullable String elementId, @Nullable String elementName,
    @Nullable String detail) {

  /** What has to be so. */
  public enum Rule {
    UNKNOWN_STEP("A step was passed that the model does not have"),
    MISSING_STEP("A step is missing: what comes after it was passed without it"),
    IMPOSSIBLE_STEP("A step was passed to which no way of the model led"),
    ENDED_BEFORE_BEGUN("A step ended before it began"),
    BEGUN_TOO_EARLY("A step began before the one that leads to it had ended"),
    OUTSIDE_ITS_SCOPE("A step stands in no sub-process that was begun, or in the wrong one"),
    STILL_OPEN("A step is open though what is around it has ended"),
    BROKEN_OFF("A step was broken off, and nothing that is drawn did so"),
    NOTHING_FOLLOWED("A step ended and nothing followed, though the model goes on"),
    CALL_WITHOUT_PROCESS("A step waits for a process that it called and that is not there"),
    PROCESS_WITHOUT_CALL("A process runs that no step called any more"),
    NO_HISTORY("Nothing is known of the steps of the case"),
    OPEN_WITHOUT_PROCESS("The case is open, and its process is gone"),
    CLOSED_WITH_PROCESS("The case is closed, and its process still runs"),
    TWO_PROCESSES("Two processes run for the one case"),
    OTHER_PROCESS("Another process runs than the case says"),
    ENDED_OTHERWISE("The case was closed for another reason than its process ended with"),
    CLOSED_WITHOUT_REASON("The case is closed without a day or a reason"),
    NO_STAGE("The case is open and in no stage"),
    TWO_STAGES("The case is in two stages at once"),
    OTHER_STAGE("The case says another stage than its process"),
    OTHER_STATUS("The case says that it is on hold and its process does not, or the other way round"),
    STAY_DIFFERS("How long the case was in a stage is told otherwise than its process does"),
    TOLD_OTHERWISE("The timeline does not tell of the case's beginning or end"),
    WAITS_ELSEWHERE("The engine does not wait where its history says"),
    TASK_GONE("A task that the case waits for is gone"),
    TIMER_GONE("A date that the case waits for is gone"),
    DEAF("The case would not hear of a change: what it listens with is gone"),
    STOPPED("A step failed so often that it is not tried any more"),
    OVERDUE("What the case waited for was due, and was not done"),
    NO_REASON_TO_WAIT("The case waits for no date and has no task that somebody sees"),
    NO_STATE("The case is in none of the states that there are");

    private final String sentence;

    Rule(String sentence) {
      this.sentence = sentence;
    }

    /** What is wrong, in words. */
    public String sentence() {
      return sentence;
    }
  }

  static Finding of(String caseNumber, Rule rule) {
    return new Finding(caseNumber, rule, null, null, null);
  }

  static Finding of(String caseNumber, Rule rule, @Nullable String detail) {
    return new Finding(caseNumber, rule, null, null, detail);
  }

  static Finding at(String caseNumber, Rule rule, ModelNode node, @Nullable String detail) {
    return new Finding(caseNumber, rule, node.id(), node.name(), detail);
  }

  static Finding at(String caseNumber, Rule rule, PassedStep step, @Nullable String detail) {
    return new Finding(caseNumber, rule, step.elementId(), step.elementName(), detail);
  }

  /** Whether the same is wrong at the same place. */
  boolean isSameAs(Finding other) {
    return rule == other.rule && Objects.equals(elementId, other.elementId);
  }
}
