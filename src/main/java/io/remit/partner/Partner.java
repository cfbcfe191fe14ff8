package io.remit.partner;

import org.jspecify.annotations.Nullable;

/**
 * An outside agency, law firm or collector, as the register has it.
 *
 * @param partnerId letters and digits; those that were there before the register may have {@code -}. The group of its
 *     users is {@code partner} and this
 */
public record Partner(String partnerId, String name, PartnerKind kind, Scope scope, Papers papers,
    Oversight oversight) {

  /** Its key, if a second person confirmed it; else null. */
  public @Nullable PartnerKey confirmedKey() {
    PartnerKey key = papers.key();
    return key != null && key.isConfirmed() ? key : null;
  }
}
