package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.NextStep;
import io.remit.cases.NextSteps;
import io.remit.cases.Stage;
import io.remit.contact.ConversationOutcome;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case will do next if a call or a visit ends in this way or that; asking changes nothing. */
@Component
public class NextTreatments {

  /**
   * The outcomes after which a case goes on as its stage says. What it does after the others is drawn, or depends on
   * what is found out by them.
   */
  private static final Map<Channel, Set<ConversationOutcome>> GOES_ON = Map.of(
      Channel.CALL, EnumSet.of(ConversationOutcome.REFUSED, ConversationOutcome.NOT_REACHED,
          ConversationOutcome.THIRD_PARTY, ConversationOutcome.CONTACT_PERSON_ASKED,
          ConversationOutcome.CONTACT_PERSON_REFUSED),
      Channel.VISIT, EnumSet.of(ConversationOutcome.REFUSED, ConversationOutcome.NOBODY_MET,
          ConversationOutcome.MOVED_AWAY, ConversationOutcome.UNSAFE));
  private static final Set<String> AT_HIS_ADDRESS = Set.of("canVisit", "canWrite");
  private static final Set<ConversationOutcome> NOBODY_ELSE_IS_ASKED =
      EnumSet.of(ConversationOutcome.REFUSED, ConversationOutcome.CONTACT_PERSON_REFUSED);

  private final CaseRepository cases;
  private final TreatmentQuestions questions;
  private final TreatmentForecast forecast;
  private final NextSteps stages;
  private final BusinessCalendar calendar;

  NextTreatments(CaseRepository cases, TreatmentQuestions questions, TreatmentForecast forecast, NextSteps stages,
      BusinessCalendar calendar) {
    this.cases = cases;
    this.questions = questions;
    this.forecast = forecast;
    this.stages = stages;
    this.calendar = calendar;
  }

  /**
   * What is next after one outcome, as far as is known today and if the debtor tells no reason that changes it.
   *
   * @param treatment what is decided then; null if the case leaves its stage before
   * @param channel of a message, else null
   * @param nextStage the stage that the case enters before, or because nothing more is done in this one; else null
   * @param from the first day of it, in the creditor's zone; null if nothing more comes
   */
  public record Next(ConversationOutcome outcome, @Nullable Treatment treatment, @Nullable Channel channel,
      @Nullable Stage nextStage, @Nullable LocalDate from) {
  }

  /**
   * What is next, by outcome; nothing for a case that is paused, or with a partner, whose calls are not our treatment.
   */
  public List<Next> of(String caseNumber, Channel channel) {
    CollectionCase current = cases.get(caseNumber);
    if (current.status() != CollectionCase.Status.OPEN || current.stage() == Stage.OUTSOURCING) {
      return List.of();
    }
    Map<String, Object> facts = questions.facts(caseNumber);
    Optional<NextStep> nextStage = stages.after(current.stage(), current.baseDueDate(), current.ageShift());
    int waitDays = cases.nextTreatment(caseNumber).waitDays();
    Set<ConversationOutcome> outcomes = Objects.requireNonNull(GOES_ON.get(channel));
    Map<ConversationOutcome, Integer> restDays = forecast.restDays(channel, outcomes);
    return outcomes.stream().map(outcome -> {
      int days = Math.max(waitDays, Objects.requireNonNull(restDays.get(outcome)));
      LocalDate day = calendar.today().plusDays(days);
      return nextStage.filter(step -> !step.earliest().isAfter(day)).map(step -> leaves(outcome, step))
          .orElseGet(() -> stays(outcome, day, decision(current, facts, outcome, days), nextStage));
    }).toList();
  }

  private TreatmentDecision decision(CollectionCase current, Map<String, Object> facts, ConversationOutcome outcome,
      int days) {
    Map<String, Object> then = new HashMap<>(facts);
    then.put("stage", current.stage().name());
    then.put("daysPastDue", (int) Objects.requireNonNull(facts.get("daysPastDue")) + days);
    then.put("treatments", current.treatmentsInStage() + 1);
    then.put("lastOutcome", outcome.name());
    then.put("overdueReason", "NONE");
    then.computeIfPresent("askContactPerson",
        (name, mayBe) -> (boolean) mayBe && !NOBODY_ELSE_IS_ASKED.contains(outcome));
    if (outcome == ConversationOutcome.MOVED_AWAY) {
      AT_HIS_ADDRESS.forEach(fact -> then.put(fact, false));
    }
    return forecast.decide(then);
  }

  private static Next stays(ConversationOutcome outcome, LocalDate day, TreatmentDecision decision,
      Optional<NextStep> nextStage) {
    if (decision.treatment() == Treatment.WAIT) {
      return nextStage.map(step -> leaves(outcome, step))
          .orElse(new Next(outcome, Treatment.WAIT, null, null, null));
    }
    return new Next(outcome, decision.treatment(), decision.channel(), null, day);
  }

  private static Next leaves(ConversationOutcome outcome, NextStep step) {
    return new Next(outcome, null, null, step.stage(), step.earliest());
  }
}
