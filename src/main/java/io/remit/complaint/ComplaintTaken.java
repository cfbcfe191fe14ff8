package io.remit.complaint;

import io.remit.cases.MatterKey;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction in which a complaint about the treatment in a case is taken down, whoever took it.
 *
 * @param aboutUserId the person complained about, or null
 */
public record ComplaintTaken(MatterKey complaint, @Nullable String aboutUserId) {
}
