package io.remit.contact.treatment;

import io.remit.cases.Channel;
import io.remit.contact.ConversationOutcome;
import java.util.Map;
import java.util.Set;

/** What the tables and the drawings say of a case's next treatment, asked without taking it. */
public interface TreatmentForecast {

  /**
   * The answer of the decision {@code next-treatment}.
   *
   * @param facts those of {@link Treatments#facts}, and the stage
   */
  TreatmentDecision decide(Map<String, Object> facts);

  /**
   * How many days the drawing of calls or visits leaves the debtor in peace after each outcome; 0 if it says nothing.
   */
  Map<ConversationOutcome, Integer> restDays(Channel channel, Set<ConversationOutcome> outcomes);
}
