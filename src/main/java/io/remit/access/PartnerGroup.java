package io.remit.access;

/** The group of one partner's users: {@code partner} and the partner's id. */
final class PartnerGroup {

  private static final String PREFIX = "partner";

  private PartnerGroup() {
  }

  static boolean isPartner(String groupId) {
    return groupId.startsWith(PREFIX);
  }
}
