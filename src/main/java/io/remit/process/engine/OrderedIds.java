package io.remit.process.engine;

import com.fasterxml.uuid.EthernetAddress;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.UUIDTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids of the engine's rows, version 6 of RFC 9562: as texts they stand in the order in which they were given. What is
 * due at one moment so runs in the order in which it was planned, and new rows stand together in each index. The
 * engine's own ids (version 1) begin with the time's low bits, and their order starts anew each seven minutes.
 */
final class OrderedIds implements IdGenerator {

  private final NoArgGenerator ids;

  OrderedIds() {
    this(UUIDClock.systemTimeClock());
  }

  OrderedIds(UUIDClock clock) {
    try {
      // a node by chance, since two programs of one machine may share a database
      ids = Generators.timeBasedReorderedGenerator(EthernetAddress.constructMulticastAddress(),
          new UUIDTimer(new SecureRandom(), null, clock));
    } catch (IOException noSynchronizer) {
      throw new UncheckedIOException(noSynchronizer);
    }
  }

  @Override
  public String getNextId() {
    return ids.generate().toString();
  }
}
