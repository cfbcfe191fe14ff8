package io.remit.exchange;

import java.io.Closeable;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A folder that we share with somebody outside: on this machine, or behind a server. All methods throw {@link
 * DeliveryFailedException}.
 */
interface ExchangeFolder extends Closeable {

  /** One file in it. */
  record Entry(String name, long size, Instant modified) {
  }

  /** The files in it, not the folders; in no order. */
  List<Entry> entries();

  /** Whether there is a file of this name; {@code folder/name} for one in a folder below this one. */
  boolean has(String name);

  /** What is in a file, or nothing if there is no such file. */
  Optional<InputStream> read(String name);

  /** Writes a file, in place of one of this name, and has it brought to the disk. */
  void write(String name, byte[] content);

  /** Gives a file another name, also that of a file that is there, which is then gone. */
  void rename(String name, String newName);

  /** Makes a folder below this one, unless it is there. */
  void makeFolder(String name);

  /** Ends the connection, if it is one. */
  @Override
  void close();
}
