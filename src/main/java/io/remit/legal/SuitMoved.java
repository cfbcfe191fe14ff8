package io.remit.legal;

/** Published in the transaction in which a step of a suit was recorded, by whomever. */
record SuitMoved(String caseNumber, CourtStep.Kind step) {
}
