package io.remit.payment;

import io.remit.payment.ReferenceSettings.Reference;
import java.util.Arrays;

/** All references with check digits, as they are shipped: the creditor's number is the whole own part of each. */
final class EveryReference {

  static final ReferenceSettings SETTINGS = new ReferenceSettings(
      Arrays.stream(ReferenceScheme.values()).map(scheme -> new Reference(scheme, null, null)).toList());

  private EveryReference() {
  }
}
