package io.remit.division;

import java.util.Set;

/** The users, as far as the division must know them. */
public interface Workforce {

  /** The ids of all users who are collectors. */
  Set<String> collectors();
}
