package io.remit.dataset;

import io.remit.dataset.FigureExport.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Exports each night what is new, where a folder is set: the month that runs as far as it goes, a month that is over
 * until nothing more is told of it, and then never again. Of several nodes one writes; the others find it done.
 */
@Component
class NightlyExport {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyExport.class);

  private final DataSource database;
  private final Clock clock;
  private final ZoneId zone;
  private final ExportSettings settings;

  /** @throws ExportRefusedException if a folder is set and no key */
  NightlyExport(DataSource database, Clock clock, @Value("${remit.zone}") ZoneId zone,
      ExportSettings settings) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
    this.settings = settings;
    if (isWanted()) {
      settings.pseudonyms();
    }
  }

  @Scheduled(cron = "${remit.figures.export.at}", zone = "${remit.zone}")
  void exportTonight() {
    if (!isWanted()) {
      return;
    }
    try (Connection connection = database.getConnection(); ExportRows rows = ExportRows.of(connection)) {
      Written written = new FigureExport(rows, settings.pseudonyms(), zone, LocalDate.ofInstant(clock.instant(), zone))
          .writeWhatIsNew(Path.of(settings.folder()));
      LOG.info("Figures were exported: {} {}", written.months(), written.rows());
    } catch (ExportRefusedException refused) {
      LOG.warn("Figures were not exported: {}", refused.getMessage());
    } catch (IOException | SQLException | DataAccessException failed) {
      LOG.error("Figures could not be exported", failed);
    }
  }

  private boolean isWanted() {
    return !settings.folder().isBlank();
  }
}
