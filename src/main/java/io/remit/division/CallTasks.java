package io.remit.division;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our people's open tasks, in the engine. */
public interface CallTasks {

  /**
   * Hands the open calls of a case to who works it now.
   *
   * @param userId null to offer them to all collectors
   */
  void follow(String caseNumber, @Nullable String userId);

  /**
   * Offers what somebody has to do to all again, except what is offered to a group of theirs.
   *
   * @param groups the ids of those groups; none if there is no such user any more
   */
  void free(String userId, Set<String> groups);
}
