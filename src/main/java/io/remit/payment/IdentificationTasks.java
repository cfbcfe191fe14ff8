package io.remit.payment;

/** Where people find out for which account a payment is. */
public interface IdentificationTasks {

  /** Asks a supervisor to find out about one payment. */
  void askSupervisor(String paymentNumber);

  /** Nobody is asked any more: a later file answered it. */
  void answeredByItself(String paymentNumber);
}
