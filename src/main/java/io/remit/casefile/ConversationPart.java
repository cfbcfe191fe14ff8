package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.contact.text.CaseValues;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.treatment.NextTreatments;
import io.remit.contact.treatment.NextTreatments.Next;
import io.remit.contact.treatment.Treatment;
import io.remit.gate.Person;
import io.remit.translation.Translation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody needs who is about to speak with the debtor: the script, and what the case will do after each outcome.
 */
@Component
class ConversationPart implements CaseFilePart {

  private final MessageTexts texts;
  private final CaseValues values;
  private final NextTreatments nextTreatments;
  private final FormWords words;

  ConversationPart(MessageTexts texts, CaseValues values, NextTreatments nextTreatments, FormWords words) {
    this.texts = texts;
    this.values = values;
    this.nextTreatments = nextTreatments;
    this.words = words;
  }

  private record Conversation(List<ScriptLine> script, Map<ConversationOutcome, String> next) {
  }

  record ScriptLine(String line) {
  }

  @Override
  public Conversation of(OpenedForm form) {
    return form.contactBy() == null ? new Conversation(List.of(), Map.of())
        : new Conversation(script(form.contactBy(), form.about()), after(form.caseNumber(), form.contactBy()));
  }

  /** What is said in a contact by a person, in the language of the debtor; empty without an approved script. */
  List<ScriptLine> script(Channel contactBy, WholeCase about) {
    return texts.find(ContactsByPeople.scriptFor(contactBy, Person.DEBTOR), about.debtor().language())
        .map(text -> text.render(values.of(about.its(), about.debtor(), about.accounts())).body().lines()
            .filter(line -> !line.isBlank()).map(ScriptLine::new).toList())
        .orElse(List.of());
  }

  /** What the case will do, by outcome; days are those of the creditor's zone. */
  private Map<ConversationOutcome, String> after(String caseNumber, Channel channel) {
    Map<ConversationOutcome, String> found = new EnumMap<>(ConversationOutcome.class);
    for (ConversationOutcome outcome : ConversationOutcome.values()) {
      String drawn = drawn(outcome);
      if (drawn != null) {
        found.put(outcome, words.sentence(drawn));
      }
    }
    nextTreatments.of(caseNumber, channel).forEach(next -> found.put(next.outcome(), words.sentence(said(next))));
    return found;
  }

  /** What the drawings of calls and visits say, whatever the case is; null where they leave it to the case. */
  static @Nullable String drawn(ConversationOutcome outcome) {
    return switch (outcome) {
      case PROMISED -> "nobody contacts the debtor until the promised day is over";
      case PLAN_ASKED -> "the plan is checked, and the debtor gets it to agree";
      case DISPUTED, HARDSHIP -> "collection pauses until a supervisor has decided";
      case PAUSE -> "what the reason asks to stop is stopped, and a supervisor looks at it";
      case WRONG_NUMBER -> "this number is not called again";
      default -> null;
    };
  }

  private static String said(Next next) {
    if (next.nextStage() != null) {
      return next.nextStage() + " begins on " + next.from();
    }
    return next.treatment() == Treatment.WAIT ? "nothing more in this stage"
        : step(next) + ", not before " + next.from();
  }

  private static String step(Next next) {
    return switch (Objects.requireNonNull(next.treatment())) {
      case MESSAGE -> Translation.asWords(Objects.requireNonNull(next.channel()).name());
      case CALL -> "a call";
      case VISIT -> "a visit";
      case COURT -> "a court case is prepared";
      case PLACEMENT -> "a partner is looked for";
      case LATER, WAIT -> "it is decided anew";
    };
  }
}
