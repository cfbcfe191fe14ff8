package io.remit.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Closes the work folder, and the demo's database file, to all but Remit's own operating system user, before anything
 * is written there; also those that were made by an older version. A folder around the database file that was there
 * before is left as it is: it may be somebody's home.
 */
class ClosedFolders implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ClosedFolders.class);
  private static final Pattern DATABASE_FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment environment = event.getEnvironment();
    String workFolder = environment.getProperty("remit.work-folder", "");
    try {
      if (!workFolder.isBlank()) {
        OwnFiles.close(OwnFiles.makeFolder(Path.of(workFolder)));
      }
      Matcher database = DATABASE_FILE.matcher(environment.getProperty("spring.datasource.url", ""));
      if (database.matches()) {
        closeDatabase(Path.of(database.group(1).replaceFirst("^~", System.getProperty("user.home")) + ".mv.db"));
      }
    } catch (IOException notOurs) {
      LOG.warn("The work folder or the database's file cannot be closed to other users of this machine: {}",
          notOurs.getClass().getSimpleName());
    }
  }

  /** H2 would make the file with the rights that the umask leaves; an empty one it takes as new. */
  private static void closeDatabase(Path file) throws IOException {
    if (Files.exists(file)) {
      OwnFiles.close(file);
    } else {
      OwnFiles.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      OwnFiles.writeNew(file, new byte[0]);
    }
  }

  /** After those that refuse to start. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
