package io.remit.access;

import java.util.concurrent.atomic.AtomicInteger;

/** What an expression from outside would run: it leaves a mark that tests look for. */
public final class Intruder {

  /** Runs {@link #enter} as far as the engine's expression language lets it. */
  public static final String EXPRESSION =
      "${''.getClass().forName('io.remit.access.Intruder').getMethod('enter').invoke(null)}";

  private static final AtomicInteger ENTERED = new AtomicInteger();

  private Intruder() {
  }

  /** @return a user id, as the criteria of a query want it */
  public static String enter() {
    return "intruder" + ENTERED.incrementAndGet();
  }

  /** How often somebody got in. */
  public static int entered() {
    return ENTERED.get();
  }
}
