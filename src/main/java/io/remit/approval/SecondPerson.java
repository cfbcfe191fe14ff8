package io.remit.approval;

import io.remit.audit.FourEyes;
import io.remit.cases.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds who decides to what others brought forward: nobody decides alone what gives money away or closes a case. It is
 * the one place that says whether somebody counts as another person.
 */
@Component
public class SecondPerson {

  private final FourEyes fourEyes;

  SecondPerson(FourEyes fourEyes) {
    this.fourEyes = fourEyes;
  }

  /**
   * Refuses who may not decide on what was raised: who raised it, and an account that may be his under another name.
   *
   * @param field of the form or the interface in which he decides
   * @param userId who wants to decide
   * @param raised null, or by nobody, if none of ours raised it
   * @param refusal what he is told if he raised it himself
   * @throws InvalidInputException if he may not
   */
  public void mustDecide(String field, String userId, @Nullable Raised raised, String refusal) {
    if (raised == null || raised.by() == null) {
      return;
    }
    if (userId.equals(raised.by())) {
      throw new InvalidInputException(field, refusal);
    }
    fourEyes.check(field, new FourEyes.Proposal(raised.caseNumber(), raised.by(), raised.at()), userId);
  }
}
