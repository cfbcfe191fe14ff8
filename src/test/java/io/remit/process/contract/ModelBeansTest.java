package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.process.ForModels;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What models may name is read from where it is declared: nothing comes to it, or goes, that is not written here. */
class ModelBeansTest {

  @Test
  void modelsMayNameTheseBeansAndNoOther() {
    assertThat(ModelBeans.names()).containsExactlyInAnyOrder(
        "aging", "caseFacts", "stageEntered", "stageLeft", "treatmentFacts", "treatmentDecided", "caseClosed",
        "sendMessage", "restCase", "markNumberWrong", "raiseHold", "releaseHold", "upholdObjection", "writeDossier",
        "writeHandOver", "prepareTask", "recordCall", "recordVisit", "recordCourtReview", "recordCourtResult",
        "checkCourtEligibility", "recordEnforcement", "courtFacts", "recordPlacementDecision",
        "recordPlacementReturn", "recordHoldDecision", "recordSettlement", "raiseReportedHold", "promiseFacts",
        "confirmPromise", "remindOfPromise", "judgePromise", "brokenPromise", "recordPromiseDecision",
        "recordPaymentSearch", "recordSamePerson", "recordCourtTold", "recordPartnerTold", "recordDebtorSearch",
        "preparePayment", "recordIdentification", "prepareDifference", "recordDifference", "recordDisputeDecision",
        "answerDispute", "correctAccount", "markDisputeLate", "hardshipFacts", "recordEvidenceCheck",
        "recordReliefDecision", "recordReliefReview", "refuseForged", "stopInterest", "waivePart",
        "goOnWithInstalments", "endRelief", "recordComplaint", "answerComplaint", "regionalFacts", "pauseRegion",
        "resumeRegion", "planFacts", "printAgreement", "offerPlan", "lapsePlan", "beginPlan", "judgePlan", "endPlan",
        "tellPlanEnd", "recordPlanDecision", "recordPlanAnswer", "offerFacts", "sendOffer", "waiveAtOnce",
        "judgeOffer", "endOffer", "recordOfferDecision", "approvalFacts", "recordApproval", "recordPostingApproval",
        "withdrawCase", "closingFacts", "prepareClosing", "recordClosingDecision", "closeMissing", "divideCasesAnew",
        "recordPlacedWork", "recordApplicationReview", "partnerFacts", "recordApplicantTold", "recordAdmission",
        "giveCaseBack", "recordKey", "placementFacts", "recordEvaluation", "preparePlacement", "preparePartner",
        "recordLicence", "askForChangesAcknowledged", "bringChanges", "bringToCourt", "decideAfterPlacement",
        "firmFacts", "prepareCourtReview", "prepareDeletion", "proposeWriteOff", "recallAllCases", "recallPlacement",
        "recordAfterPlacement", "recordDeletion", "recordDeletionLetter", "recordFirmEnforcement", "recordFirmStep",
        "recordMandateEnd", "composeBatch", "recordBatchDecision", "approveEach", "recordNearByAnswer",
        "recordReportAsked", "tellFirm", "prepareProof", "recordProof");
  }

  @Test
  void ofThoseThatAreAskedTheyMayCallTheseMethodsAndNoOther() {
    assertThat(ModelBeans.methods()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
      Map.entry("aging", Set.of("daysPastDue", "stageDue", "treatmentDue", "contactEnd", "inDays",
          "suitStayEnds", "courtStepDue", "holdReviewDue", "holdEnds",
          "nextLookForDebtor", "disputeAnswerDue", "disputeLate", "reliefReviewDue", "complaintAnswerDue",
          "regionalReliefBegins", "regionalReliefEnds", "absenceBegins", "promiseDue",
          "promiseReminderDue", "promiseDecisionDue", "planOfferEnds", "instalmentDue", "offerDue", "partnerCareDue",
          "handOverDue", "placementBatchDue", "placementTermEnds", "deletionDue", "deletionLate",
          "changesAcknowledgedDue")),
      Map.entry("approvalFacts", Set.of("isNeeded", "closesCase")),
      Map.entry("closingFacts", Set.of("moreToClose")),
      Map.entry("caseFacts", Set.of("onHold", "outsideCause", "callPriority")),
      Map.entry("courtFacts", Set.of("toBeReviewed", "isFiled")),
      Map.entry("firmFacts", Set.of("group", "isOver", "isEnforcing")),
      Map.entry("hardshipFacts", Set.of("evidenceForged", "evidenceToCheck", "evidenceAwaited")),
      Map.entry("offerFacts", Set.of("needsApproval", "isConditional")),
      Map.entry("partnerFacts", Set.of("licenceEnds")),
      Map.entry("placementFacts", Set.of("partnerGroup", "givenBack", "isMoreProposed", "nearByGroup")),
      Map.entry("planFacts", Set.of("needsApproval", "isAccepted", "isOver")),
      Map.entry("promiseFacts", Set.of("needsApproval", "isConfirmed", "reminderWanted")),
      Map.entry("regionalFacts", Set.of("moreToPause", "moreToResume"))));
  }

  /** Only two packages are looked through, so that a command need not wait for all. */
  @Test
  void noneIsDeclaredWhereNobodyLooks() {
    ClassPathScanningCandidateComponentProvider all = new ClassPathScanningCandidateComponentProvider(false);
    all.addIncludeFilter(new AnnotationTypeFilter(ForModels.class));

    assertThat(all.findCandidateComponents("io.remit")).extracting(BeanDefinition::getBeanClassName)
        .containsExactlyInAnyOrderElementsOf(ModelBeans.names().stream()
            .map(name -> ModelBeans.declaredIn(name).orElseThrow().getName()).collect(Collectors.toSet()));
  }
}
