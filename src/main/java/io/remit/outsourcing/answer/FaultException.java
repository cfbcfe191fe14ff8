package io.remit.outsourcing.answer;

/** A file, or a line of one, that cannot be applied. */
class FaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  FaultException(Fault fault) {
    super(fault.rule());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
