package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A disk of a few megabytes in memory, in place of a folder, which can be filled and emptied. */
final class SmallDisk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SmallDisk.class);
  private static final String FILLER = "filler";
  private static final int AT_ONCE = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this machine lets us have one: only root may. */
  static boolean isPossible() {
    try {
      Path tried = Files.createTempDirectory("remit-disk");
      boolean possible = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tried.toString()) == 0;
      if (possible) {
        run("umount", tried.toString());
      } else {
        LOG.warn("Tests of full disks are skipped: only root may mount one");
      }
      Files.delete(tried);
      return possible;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** @param folder which lies on it until it is closed; what was in it is out of sight meanwhile */
  static SmallDisk at(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    assertThat(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0700", "tmpfs", folder.toString()))
        .isZero();
    return new SmallDisk(folder);
  }

  /** Takes all room that is left. */
  void fill() {
    byte[] some = new byte[AT_ONCE];
    try (OutputStream filler = Files.newOutputStream(folder.resolve(FILLER))) {
      while (true) {
        filler.write(some);
      }
    } catch (IOException full) {
      assertThat(folder.toFile().getUsableSpace()).isZero();
    }
  }

  /** Gives it back. */
  void empty() throws IOException {
    Files.delete(folder.resolve(FILLER));
  }

  @Override
  public void close() {
    // what failed may still have files open there
    assertThat(run("umount", "--lazy", folder.toString())).isZero();
  }

  private static int run(String... command) {
    try {
      Process program = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return program.exitValue();
    } catch (IOException absent) {
      return -1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
