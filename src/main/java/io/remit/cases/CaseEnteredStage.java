package io.remit.cases;

/** Published in the transaction in which a case has entered a stage, also when it comes back to one. */
public record CaseEnteredStage(String caseNumber, Stage stage) {
}
