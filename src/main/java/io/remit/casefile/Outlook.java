package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.treatment.NextTreatments;
import io.remit.contact.treatment.NextTreatments.Next;
import io.remit.contact.treatment.Treatment;
import io.remit.translation.Translation;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a case will do after each outcome of a call or a visit, in the words of the form. */
@Component
class Outlook {

  private final NextTreatments nextTreatments;
  private final Shown shown;

  Outlook(NextTreatments nextTreatments, Shown shown) {
    this.nextTreatments = nextTreatments;
    this.shown = shown;
  }

  /** By outcome; days are those of the creditor's zone. */
  Map<ConversationOutcome, String> after(String caseNumber, Channel channel) {
    Map<ConversationOutcome, String> words = new EnumMap<>(ConversationOutcome.class);
    for (ConversationOutcome outcome : ConversationOutcome.values()) {
      String drawn = drawn(outcome);
      if (drawn != null) {
        words.put(outcome, shown.sentence(drawn));
      }
    }
    nextTreatments.of(caseNumber, channel).forEach(next -> words.put(next.outcome(), shown.sentence(words(next))));
    return words;
  }

  /** What the drawings of calls and visits say, whatever the case is; null where they leave it to the case. */
  private static String drawn(ConversationOutcome outcome) {
    return switch (outcome) {
      case PROMISED -> "nobody contacts the debtor until the promised day is over";
      case PLAN_ASKED -> "the plan is checked, and the debtor gets it to agree";
      case DISPUTED, HARDSHIP -> "collection pauses until a supervisor has decided";
      case PAUSE -> "what the reason asks to stop is stopped, and a supervisor looks at it";
      case WRONG_NUMBER -> "this number is not called again";
      default -> null;
    };
  }

  private static String words(Next next) {
    if (next.nextStage() != null) {
      return next.nextStage() + " begins on " + next.from();
    }
    return next.treatment() == Treatment.WAIT ? "nothing more in this stage"
        : step(next) + ", not before " + next.from();
  }

  private static String step(Next next) {
    return switch (next.treatment()) {
      case MESSAGE -> Translation.asWords(next.channel().name());
      case CALL -> "a call";
      case VISIT -> "a visit";
      case COURT -> "a court case is prepared";
      case PLACEMENT -> "a partner is looked for";
      case LATER, WAIT -> "it is decided anew";
    };
  }
}
