package io.remit.visit;

import org.jspecify.annotations.Nullable;

/** Who visits in a place: the decision {@code local-teams}. */
public interface LocalTeams {

  /** Who can go there. */
  enum Team {
    /** Our own field agents. */
    TEAM,
    /** Nobody of ours, but a partner. */
    PARTNER,
    /** Nobody. */
    NONE
  }

  /**
   * A place as the creditor's file tells it.
   *
   * @param country ISO 3166-1 alpha-2, or null
   * @param region ISO 3166-2, or null
   * @param city as it was written, or null
   */
  record Place(@Nullable String country, @Nullable String region, @Nullable String city) {
  }

  /** Who visits there. */
  Team teamAt(Place place);
}
