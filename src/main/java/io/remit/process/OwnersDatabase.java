package io.remit.process;

import io.remit.node.HomeDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/**
 * The database as the owner of its tables opens it: by {@code spring.flyway.user}, if that is set and migrations are
 * made. Else it is the one by which Remit runs.
 */
@Component
public class OwnersDatabase {

  private final DataSource owners;
  private final boolean apart;

  /**
   * @param migrated asked for so that Remit's own tables, and the rights on all later ones, are there before
   * @param home asked for so that no engine comes up in a copy of which nobody has said what it is
   */
  OwnersDatabase(DataSource running, ObjectProvider<Flyway> flyway,
      ObjectProvider<FlywayMigrationInitializer> migrated, ObjectProvider<HomeDatabase> home) {
    migrated.getIfAvailable();
    home.getIfAvailable();
    Flyway migrations = flyway.getIfAvailable();
    DataSource migrating = migrations == null ? null : migrations.getConfiguration().getDataSource();
    this.apart = migrating != null && migrating != running;
    this.owners = apart ? migrating : running;
  }

  /** Opened as the owner, who alone may make tables and indexes. */
  public DataSource dataSource() {
    return owners;
  }

  /** Whether the owner is another role than the one by which Remit runs. */
  public boolean isApart() {
    return apart;
  }
}
