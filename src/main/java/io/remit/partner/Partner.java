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

  /** What the group id of each partner's users begins with. */
  private static final String GROUP_PREFIX = "partner";

  /** The id of the group of its users. */
  public String group() {
    return groupOf(partnerId);
  }

  /** The id of the group of a partner's users. */
  public static String groupOf(String partnerId) {
    return GROUP_PREFIX + partnerId;
  }

  /** Whether a group is that of a partner's users. */
  public static boolean isGroup(String groupId) {
    return groupId.startsWith(GROUP_PREFIX);
  }

  /** Its key, if a second person confirmed it; else null. */
  public @Nullable PartnerKey confirmedKey() {
    PartnerKey key = papers.key();
    return key != null && key.isConfirmed() ? key : null;
  }
}
