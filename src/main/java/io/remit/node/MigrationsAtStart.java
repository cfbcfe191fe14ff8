package io.remit.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the tables up to date at a start. Where a newer version of Remit has done so, this one goes on beside it, as
 * long as what was changed only added. A migration after which programs do not go on that do not know another one says
 * so in its name, which those older programs find in the database: {@code V70__needs_66_drop_old_phone.sql} is one
 * after which nobody may run who does not know V66.
 */
@Component
public class MigrationsAtStart implements FlywayMigrationStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationsAtStart.class);
  /** As Flyway keeps the name. */
  private static final Pattern NEEDS = Pattern.compile("needs (\\d+) .*");

  /** @throws NewerDatabaseException if the tables are those of a version beside which this one cannot run */
  @Override
  public void migrate(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    MigrationVersion known = newestKnown(all);
    List<MigrationInfo> ofNewer = Arrays.stream(all).filter(MigrationsAtStart::isOfANewerProgram).toList();
    ofNewer.forEach(newer -> needs(newer).filter(needed -> known.compareTo(needed) < 0).ifPresent(needed -> {
      throw new NewerDatabaseException(known, newer, needed);
    }));
    if (!ofNewer.isEmpty()) {
      LOG.warn("The tables are those of a newer version of Remit; this one knows them up to V{}, and runs beside it",
          known);
    }
    flyway.migrate();
  }

  /** Whether the tables are those of a newer program, which has set their rights too. */
  public static boolean isNewer(Flyway flyway) {
    return Arrays.stream(flyway.info().all()).anyMatch(MigrationsAtStart::isOfANewerProgram);
  }

  private static boolean isOfANewerProgram(MigrationInfo migration) {
    return migration.getState() == MigrationState.FUTURE_SUCCESS;
  }

  private static MigrationVersion newestKnown(MigrationInfo[] all) {
    return Arrays.stream(all).filter(migration -> !isOfANewerProgram(migration) && migration.getVersion() != null)
        .map(MigrationInfo::getVersion).max(MigrationVersion::compareTo).orElse(MigrationVersion.EMPTY);
  }

  private static Optional<MigrationVersion> needs(MigrationInfo migration) {
    Matcher name = NEEDS.matcher(String.valueOf(migration.getDescription()));
    return name.matches() ? Optional.of(MigrationVersion.fromVersion(name.group(1))) : Optional.empty();
  }
}
