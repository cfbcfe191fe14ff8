package io.remit.process.trial;

import io.remit.trial.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models that run: those of the node's folder, and in place of each drawing, decision and form there the newest
 * that is deployed.
 */
final class DeployedModels {

  private static final String[] FOLDERS = {"", "messages/", "words/"};
  /** The newest version of each. */
  private static final String DEPLOYED = """
      select d.resource_name_, b.bytes_ from %s d
        join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
       where d.version_ = (select max(n.version_) from %s n where n.key_ = d.key_)
      """;

  private DeployedModels() {
  }

  /**
   * Writes them into a folder.
   *
   * @param models where the node's are, as {@code remit.models} names it
   * @param copy of its database
   */
  static void write(String models, ScratchDatabase copy, Path folder) throws IOException, SQLException {
    PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    for (String below : FOLDERS) {
      Path into = Files.createDirectories(folder.resolve(below));
      for (Resource file : resources.getResources(models + below + "*.*")) {
        String name = file.getFilename();
        if (name != null && !name.startsWith(".")) {
          Files.write(into.resolve(name), file.getContentAsByteArray());
        }
      }
    }
    try (Connection database = copy.open(); Statement statement = database.createStatement()) {
      for (String table : new String[] {"act_re_procdef", "act_re_decision_def", "act_re_camformdef"}) {
        try (ResultSet rows = statement.executeQuery(DEPLOYED.formatted(table, table))) {
          while (rows.next()) {
            Path file = folder.resolve(rows.getString(1)).normalize();
            if (folder.equals(file.getParent())) {
              Files.write(file, rows.getBytes(2));
            }
          }
        }
      }
    }
  }
}
