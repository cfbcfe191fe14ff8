package io.remit.process.trial;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.remit.trial.Lived;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;

/**
 * The program in which one copy lives. The engine has one clock in a program, and this one's runs ahead: so it is
 * neither that of a node nor that of the other copy. {@link LifeElsewhere} starts it, tells it its order in a line and
 * gets an answer in a line; when whoever started it is gone, it ends.
 */
public final class LifeProgram {

  static final String NAME = "trial-life";
  static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private LifeProgram() {
  }

  /**
   * What became of the copy.
   *
   * @param lived null if Remit does not run so
   * @param failure why it does not, or null
   */
  record Answer(@Nullable Lived lived, @Nullable String failure) {
  }

  /** Whether the arguments of a start ask for this. */
  public static boolean isAskedFor(String... arguments) {
    return arguments.length == 1 && arguments[0].equals(NAME);
  }

  /** @param out takes the answer, and must take nothing else */
  public static void run(InputStream in, PrintStream out) throws IOException {
    BufferedReader told = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    LifeOrder order = JSON.readValue(Objects.requireNonNull(told.readLine(), "no order"), LifeOrder.class);
    Thread watch = new Thread(() -> endWith(told), "whoever started it");
    watch.setDaemon(true);
    watch.start();
    LoggingSystem.get(LifeProgram.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
    out.println(JSON.writeValueAsString(answer(order)));
    out.flush();
  }

  private static Answer answer(LifeOrder order) {
    try {
      return new Answer(TrialRun.live(order), null);
    } catch (RuntimeException failed) {
      return new Answer(null, String.valueOf(NestedExceptionUtils.getMostSpecificCause(failed).getMessage()));
    }
  }

  private static void endWith(BufferedReader starter) {
    try {
      while (starter.readLine() != null) {
        // nothing more is told
      }
    } catch (IOException gone) {
      // as if it had ended
    }
    Runtime.getRuntime().halt(1);
  }
}
