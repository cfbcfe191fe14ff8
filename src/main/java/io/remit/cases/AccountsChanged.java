package io.remit.cases;

/** The accounts of a case may have changed: told in the same transaction, before the case itself follows. */
public record AccountsChanged(String caseNumber) {
}
