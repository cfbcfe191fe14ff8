package io.remit.legal.firm;

import org.jspecify.annotations.Nullable;

/**
 * Which law firm a suit should go to.
 *
 * @param firmId null if to none: the creditor's own counsel sues
 * @param why in words, for who decides; no personal data
 */
public record Proposal(@Nullable String firmId, String fieldOfLaw, String why) {
}
