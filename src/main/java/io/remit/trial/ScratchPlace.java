package io.remit.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where copies are made: by a command as its options say it, by a node as its settings do.
 *
 * @param url of a PostgreSQL; null or blank for files
 * @param user who may make schemas there
 */
@ConfigurationProperties("remit.trial.scratch")
public record ScratchPlace(@Nullable String url, String user, String password) {

  /**
   * Makes an empty database.
   *
   * @param running beside which it is made, never in it
   * @param folder for a database of files; removed with it
   * @throws IllegalStateException if there are no files at hand, or the place is the running database
   */
  public ScratchDatabase make(Connection running, Path folder) throws SQLException {
    if (url != null && !url.isBlank()) {
      return RunningDatabase.scratchBeside(running, url, user, password);
    }
    if (!ScratchDatabase.isFileAtHand()) {
      throw new IllegalStateException("Copies need a PostgreSQL database of their own, not the running one: give"
          + " --scratch-url, or for a node remit.trial.scratch.url");
    }
    return ScratchDatabase.inFiles(folder);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ScratchPlace[" + url + "]";
  }
}
