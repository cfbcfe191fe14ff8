package io.remit.partner;

/** What is asked of partners: the decision {@code partner-requirements}, asked through the engine. */
public interface PartnerPolicy {

  /** @param country ISO 3166-1 of a place where the partner works, or {@code *} if it works everywhere */
  Requirements requirementsFor(PartnerKind kind, String country);

  /** All that is asked of a partner in the countries where it works; what one of them asks is asked. */
  default Requirements requirementsFor(Partner partner) {
    return partner.scope().places().stream().map(Place::country).distinct()
        .map(country -> requirementsFor(partner.kind(), country)).reduce(Requirements::and)
        .orElseGet(() -> requirementsFor(partner.kind(), "*"));
  }
}
