package io.remit.outsourcing;

import io.remit.cases.MatterKey;

/** The engine as offers near by see it: a task for each partner to whom a case is offered. */
public interface NearByProcess {

  /** Gives a partner the task to take a case or not. */
  void offer(MatterKey invitation);

  /** Takes the task away, unless it is being answered. Nothing happens if there is none. */
  void over(MatterKey invitation);

  /**
   * Answers in the place of the task's form, as if somebody had done it in person.
   *
   * @param actor user id
   * @throws IllegalStateException if there is no such task
   */
  void answer(MatterKey invitation, NearByTaking.Answer answer, String actor);
}
