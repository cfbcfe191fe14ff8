package io.remit.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a program believe that its machine's clock shows another time: a library before that of C answers when the
 * program asks. It is made with the compiler of this machine; where there is none the program has the right time.
 */
final class WrongClock {

  private static final Logger LOG = LoggerFactory.getLogger(WrongClock.class);
  private static final String SOURCE = """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <time.h>
      int clock_gettime(clockid_t clock, struct timespec *time) {
        static int (*real)(clockid_t, struct timespec *);
        if (!real) {
          real = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
        }
        int result = real(clock, time);
        if (clock == CLOCK_REALTIME) {
          time->tv_sec += AHEAD;
        }
        return result;
      }
      """;

  private WrongClock() {
  }

  /** Whether this machine can make one. CI has to. */
  static boolean isPossible() {
    boolean possible = Files.isExecutable(Path.of("/usr/bin/cc"));
    if (!possible) {
      LOG.warn("All clocks are right: there is no /usr/bin/cc; Debian has it in gcc");
    }
    return possible || "true".equals(System.getenv("CI"));
  }

  /**
   * The environment of such a program.
   *
   * @param folder where the library is made
   */
  static Map<String, String> ahead(Duration wrong, Path folder) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("wrong-clock.c"), SOURCE);
    Path library = folder.resolve("wrong-clock.so");
    Path said = folder.resolve("cc.out");
    int end = new ProcessBuilder("/usr/bin/cc", "-shared", "-fPIC", "-DAHEAD=" + wrong.toSeconds(), "-o",
        library.toString(), source.toString(), "-ldl").redirectErrorStream(true).redirectOutput(said.toFile()).start()
        .waitFor();
    if (end != 0) {
      throw new AssertionError(Files.readString(said));
    }
    return Map.of("LD_PRELOAD", library.toString());
  }
}
