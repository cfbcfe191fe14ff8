package io.remit.outsourcing;

/** Published in the transaction in which a partner tells what it did, by file or in Tasklist. */
public record PartnerReported(String partnerId) {
}
