package io.remit.cases;

/** Published in the transaction in which a case was opened, just before its process starts: what holds it
 * from the start can be put on it. */
public record CaseOpened(String caseNumber, String debtorId) {
}
