package io.remit.access;

import io.remit.partner.Partner;

/** The group of one partner's users: {@code partner} and the partner's id. */
final class PartnerGroup {

  private PartnerGroup() {
  }

  static boolean isPartner(String groupId) {
    return groupId.startsWith(Partner.GROUP_PREFIX);
  }
}
