package io.remit.approval;

import io.remit.cases.InvalidInputException;
import org.springframework.stereotype.Component;

/**
 * Holds who decides to what others brought forward: nobody decides alone what gives money away or closes a case. It is
 * the one place that says whether somebody counts as another person.
 */
@Component
public class SecondPerson {

  /**
   * Whether somebody may decide on what was raised.
   *
   * @param userId who wants to decide
   */
  public boolean mayDecide(String userId, Raised raised) {
    return raised == null || !userId.equals(raised.by());
  }

  /**
   * Refuses who may not decide on what was raised.
   *
   * @param field of the form or the interface in which he decides
   * @param refusal what he is told
   * @throws InvalidInputException if he may not
   */
  public void mustDecide(String field, String userId, Raised raised, String refusal) {
    if (!mayDecide(userId, raised)) {
      throw new InvalidInputException(field, refusal);
    }
  }
}
