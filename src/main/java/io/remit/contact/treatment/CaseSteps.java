package io.remit.contact.treatment;

import io.remit.cases.Channel;
import java.util.Optional;

/** The engine as treatments see it: what a case does in its stage, and what wakes it. */
public interface CaseSteps {

  /** The channel of the contact that a person has the task to make in this case now. */
  Optional<Channel> openContact(String caseNumber);

  /**
   * Takes that task back; the case decides anew.
   *
   * @return false if its model cannot
   */
  boolean takeBack(String caseNumber);

  /** Whether the case waits in its stage because nothing more is to be done there. */
  boolean waits(String caseNumber);

  /** Lets a case that waits decide anew as soon as it need not rest. */
  void goOn(String caseNumber);

  /** Whether the case's process can do nothing now, such as while it is suspended. */
  boolean isBarred(String caseNumber);
}
