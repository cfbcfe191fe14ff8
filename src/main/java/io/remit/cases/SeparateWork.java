package io.remit.cases;

import java.util.function.Supplier;

/** Work that stands or falls by itself, whatever becomes of the work around it. */
public interface SeparateWork {

  /** Runs work as one command of the engine in a transaction of its own: all or nothing. */
  <T> T run(Supplier<T> work);
}
