package io.remit;

/** Folders of tests: the build runs two suites at once, and each has its own. */
public final class ForkFolder {

  private ForkFolder() {
  }

  /** The one of this name, below {@code target}. */
  public static String named(String name) {
    return "target/" + name + "-" + System.getProperty("remit.test.fork", "0");
  }
}
