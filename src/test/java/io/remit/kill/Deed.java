package io.remit.kill;

/** What a node is doing when it is killed, and what another does afterwards. */
interface Deed {

  /** What has to be there before, such as cases. */
  void prepare();

  /** Makes it due, when nothing else is. */
  default void makeDue() {
  }

  /** @param node the address of the node that is to do it; nothing is waited for */
  default void begin(String node) {
  }

  /** After the kill: what people do again who got no answer. What is due is done anyway. */
  default void repeat() {
  }

  /** In the end it is done, once. */
  void check();
}
