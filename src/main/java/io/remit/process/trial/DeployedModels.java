package io.remit.process.trial;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.trial.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The models that run: all files of the release that does. */
final class DeployedModels {

  private static final String RUNNING = """
      select f.file_name, c.content from running_release r
        join model_release_file f on f.release_number = r.release_number join model_content c on c.sha256 = f.sha256
      """;

  private DeployedModels() {
  }

  /** @param copy of the database that has them */
  static ModelFolder in(ScratchDatabase copy) throws SQLException {
    List<ModelFile> files = new ArrayList<>();
    try (Connection database = copy.open(); Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(RUNNING)) {
      while (rows.next()) {
        files.add(new ModelFile(rows.getString(1), rows.getBytes(2)));
      }
    }
    return ModelFolder.of(files);
  }
}
