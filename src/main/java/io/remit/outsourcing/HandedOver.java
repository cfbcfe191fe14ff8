package io.remit.outsourcing;

/** Published in the transaction in which a partner is given a case, once more if it is given the same case again. */
public record HandedOver(String caseNumber, String partnerId) {
}
