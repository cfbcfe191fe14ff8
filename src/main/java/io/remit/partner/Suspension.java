package io.remit.partner;

import java.time.Instant;

/**
 * That a partner gets nothing for now.
 *
 * @param by user id
 * @param reason in words, without personal data
 */
public record Suspension(Instant since, String by, String reason) {
}
