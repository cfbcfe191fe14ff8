package io.remit.cases;

/**
 * Published in the transaction in which nobody outside has a case any more: at its end the case does what the facts ask
 * for by then, such as to close or to be on hold.
 */
public record BackFromOutside(String caseNumber) {
}
