package io.remit.division;

import java.util.Set;

/** The users, as far as the division must know them. */
public interface Workforce {

  /** The ids of all users who are collectors. */
  Set<String> collectors();

  /** The ids of the groups in which a user is; none if there is no such user. */
  Set<String> groupsOf(String userId);
}
