package io.remit.process;

import io.remit.contact.text.Placeholder;
import io.remit.model.ModelVocabulary;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What models may say to Remit. */
final class ModelLanguage {

  /** The beans that are asked for a value, and what each may be asked. */
  static final Map<String, Set<String>> METHODS = Map.of(
      "aging", Set.of("daysPastDue", "stageDue", "treatmentDue", "contactEnd", "inDays", "holdReviewDue", "holdEnds",
          "nextLookForDebtor", "disputeAnswerDue", "disputeLate", "reliefReviewDue", "complaintAnswerDue",
          "regionalReliefBegins", "regionalReliefEnds", "absenceBegins", "promiseDue",
          "promiseReminderDue", "promiseDecisionDue", "planOfferEnds", "instalmentDue", "offerDue"),
      "approvalFacts", Set.of("isNeeded", "closesCase"),
      "closingFacts", Set.of("moreToClose"),
      "caseFacts", Set.of("onHold", "outsideCause", "callPriority"),
      "hardshipFacts", Set.of("evidenceForged", "evidenceToCheck", "evidenceAwaited"),
      "offerFacts", Set.of("needsApproval", "isConditional"),
      "planFacts", Set.of("needsApproval", "isAccepted", "isOver"),
      "promiseFacts", Set.of("needsApproval", "isConfirmed", "reminderWanted"),
      "regionalFacts", Set.of("moreToPause", "moreToResume"));

  static final ModelVocabulary VOCABULARY = new ModelVocabulary(EngineExtensions.BEANS_FOR_MODELS, METHODS,
      Set.of(CaseModel.STAGE, CaseModel.CHANGE, CaseModel.TREATMENT, CaseModel.RESULT, CaseModel.OUTCOME),
      Set.of(CaseModel.STAGE),
      Arrays.stream(Placeholder.values()).map(Placeholder::key).collect(Collectors.toUnmodifiableSet()));

  private ModelLanguage() {
  }
}
