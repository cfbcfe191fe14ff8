package io.remit.evidence;

import io.remit.cases.MatterKey;

/** Published in the transaction in which evidence came or was judged outside the process of its matter. */
public record EvidenceChanged(MatterKey matter) {
}
