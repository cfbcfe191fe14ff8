package io.remit.batch;

/** A selection has more cases by now than its preview told; nothing was ordered. */
class MoreCasesException extends RuntimeException {

  MoreCasesException(int now, int told) {
    super("the selection has " + now + " cases by now, the preview told " + told + "; make another");
  }
}
