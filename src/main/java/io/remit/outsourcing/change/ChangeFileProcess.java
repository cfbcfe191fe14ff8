package io.remit.outsourcing.change;

/** The engine as files of changes see it: each is brought, and asked after when it is not acknowledged in time. */
public interface ChangeFileProcess {

  /** @param reference of a file that was put together just now */
  void begin(String reference);
}
