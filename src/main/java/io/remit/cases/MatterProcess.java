package io.remit.cases;

/** The engine as the matters of a case see it: each runs in a process of its own, beside the case's. */
public interface MatterProcess {

  /**
   * Starts the process of a new matter; what it does at once is done when this returns.
   *
   * @param model the key of the process, such as {@code hold-review}
   */
  void start(MatterKey matter, String model);

  /**
   * The same for a matter that was further on before: it begins at an element of the model.
   *
   * @param element its id, such as {@code plan_in_force}
   */
  void startAt(MatterKey matter, String model, String element);

  /**
   * Tells the process of a matter that something else decided about it: the message "matter changed" interrupts what it
   * does. Nothing happens if it runs no more. A step of the process itself must not call this; it goes on by its own
   * way.
   *
   * @param result what became of the matter: the gateway behind the message asks for it
   */
  void changed(MatterKey matter, String result);

  /** Computes the due dates of the open timers of a matter's process anew. */
  void redate(MatterKey matter);
}
