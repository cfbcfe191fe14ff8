package io.remit.cases;

/**
 * A case was opened for accounts that a complete file had left out, and that came back soon. What ran in the case that
 * was closed for it goes on in this one, whose process has not begun yet.
 *
 * @param earlier the number of the case that was closed
 */
public record CaseReturned(String caseNumber, String earlier) {
}
