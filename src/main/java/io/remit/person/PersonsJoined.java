package io.remit.person;

import java.util.List;

/** A supervisor decided that debtor ids are one person. */
public record PersonsJoined(List<String> debtorIds) {
}
