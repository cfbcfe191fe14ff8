package io.remit.outsourcing.recall;

/** The engine as the ends of mandates see it: a second person is asked. */
public interface MandateProcess {

  /** Asks another person whether all cases of a partner come back. */
  void endProposed(String partnerId);
}
