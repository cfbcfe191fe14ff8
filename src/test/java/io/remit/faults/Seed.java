package io.remit.faults;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What chance does in the tests of faults; {@code -Dremit.faults.seed=...} lets it do the same again. */
final class Seed {

  private static final Logger LOG = LoggerFactory.getLogger(Seed.class);
  private static final long SEED = Long.getLong("remit.faults.seed", System.nanoTime());

  private Seed() {
  }

  /** Draws for a test; says with what. */
  static Random of(Class<?> test) {
    LOG.info("{}: -Dremit.faults.seed={}", test.getSimpleName(), SEED);
    return new Random(SEED);
  }
}
