package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.files.OwnFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine, which another program empties or fills. */
final class LocalFolder implements ExchangeFolder {

  private final String correspondent;
  private final Path folder;

  LocalFolder(String correspondent, Path folder) {
    this.correspondent = correspondent;
    this.folder = folder;
    run(0, () -> OwnFiles.makeFolder(folder));
  }

  @Override
  public List<Entry> entries() {
    return run(0, () -> {
      List<Entry> found = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)).toList()) {
          found.add(new Entry(String.valueOf(file.getFileName()), Files.size(file),
              Files.getLastModifiedTime(file).toInstant()));
        }
      }
      return found;
    });
  }

  @Override
  public boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Optional<InputStream> read(String name) {
    return run(0, () -> has(name) ? Optional.of(Files.newInputStream(folder.resolve(name))) : Optional.empty());
  }

  @Override
  public void write(String name, byte[] content) {
    run(content.length, () -> {
      Path file = folder.resolve(name);
      Files.deleteIfExists(file);
      OwnFiles.writeNew(file, new byte[0]);
      OwnFiles.writeToDisk(file, content);
      return file;
    });
  }

  @Override
  public void rename(String name, String newName) {
    run(0, () -> {
      OwnFiles.rename(folder.resolve(name), folder.resolve(newName));
      return newName;
    });
  }

  @Override
  public void makeFolder(String name) {
    run(0, () -> OwnFiles.makeFolder(folder.resolve(name)));
  }

  @Override
  public void close() {
    // there is no connection
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  private <T> T run(long toWrite, Work<T> work) {
    try {
      return work.done();
    } catch (AccessDeniedException denied) {
      throw new DeliveryFailedException(correspondent, Reason.NOT_ALLOWED, denied);
    } catch (NoSuchFileException gone) {
      throw new DeliveryFailedException(correspondent, Reason.GONE, gone);
    } catch (IOException failed) {
      throw new DeliveryFailedException(correspondent, isFull(toWrite) ? Reason.DISK_FULL : Reason.BROKEN_OFF, failed);
    }
  }

  /** Java says it only in words of the system's language. */
  private boolean isFull(long toWrite) {
    try {
      return toWrite > 0 && Files.getFileStore(folder).getUsableSpace() < toWrite;
    } catch (IOException unknown) {
      return false;
    }
  }
}
