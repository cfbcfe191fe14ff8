package io.remit.process.trial;

import io.remit.trial.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The models that run: all files of the release that does. */
final class DeployedModels {

  private static final String RUNNING = """
      select f.file_name, c.content from running_release r
        join model_release_file f on f.release_number = r.release_number join model_content c on c.sha256 = f.sha256
      """;

  private DeployedModels() {
  }

  /**
   * Writes them into a folder.
   *
   * @param copy of the database that has them
   */
  static void write(ScratchDatabase copy, Path folder) throws IOException, SQLException {
    try (Connection database = copy.open(); Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(RUNNING)) {
      while (rows.next()) {
        Path file = folder.resolve(rows.getString(1)).normalize();
        if (file.startsWith(folder)) {
          Files.createDirectories(file.getParent());
          Files.write(file, rows.getBytes(2));
        }
      }
    }
  }
}
