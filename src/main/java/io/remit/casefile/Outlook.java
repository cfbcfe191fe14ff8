package io.remit.casefile;

import io.remit.contact.ConversationOutcome;
import io.remit.contact.NextTreatments;
import io.remit.contact.NextTreatments.Next;
import io.remit.contact.Treatment;
import io.remit.gate.Channel;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a case will do after each outcome of a call or a visit, in the words of the form. */
@Component
class Outlook {

  /** What the drawings of calls and visits say, whatever the case is. */
  private static final Map<ConversationOutcome, String> DRAWN = Map.of(
      ConversationOutcome.PROMISED, "nobody contacts the debtor until the promised day is over",
      ConversationOutcome.PLAN_ASKED, "the plan is checked, and the debtor gets it to agree",
      ConversationOutcome.DISPUTED, "collection pauses until a supervisor has decided",
      ConversationOutcome.HARDSHIP, "collection pauses until a supervisor has decided",
      ConversationOutcome.PAUSE, "what the reason asks to stop is stopped, and a supervisor looks at it",
      ConversationOutcome.WRONG_NUMBER, "this number is not called again");
  private static final Map<Treatment, String> TREATMENTS = Map.of(Treatment.CALL, "a call", Treatment.VISIT, "a visit",
      Treatment.COURT, "a court case is prepared", Treatment.PLACEMENT, "a partner is looked for",
      Treatment.LATER, "it is decided anew");

  private final NextTreatments nextTreatments;

  Outlook(NextTreatments nextTreatments) {
    this.nextTreatments = nextTreatments;
  }

  /** By outcome; days are those of the creditor's zone. */
  Map<ConversationOutcome, String> after(String caseNumber, Channel channel) {
    Map<ConversationOutcome, String> words = new EnumMap<>(DRAWN);
    nextTreatments.of(caseNumber, channel).forEach(next -> words.put(next.outcome(), words(next)));
    return words;
  }

  private static String words(Next next) {
    if (next.nextStage() != null) {
      return next.nextStage() + " begins on " + next.from();
    }
    if (next.treatment() == Treatment.WAIT) {
      return "nothing more in this stage";
    }
    return (next.treatment() == Treatment.MESSAGE ? Shown.words(next.channel()) : TREATMENTS.get(next.treatment()))
        + ", not before " + next.from();
  }
}
