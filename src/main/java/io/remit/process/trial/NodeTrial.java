package io.remit.process.trial;

import io.remit.model.ModelFolder;
import io.remit.trial.OtherVersionException;
import io.remit.trial.RunningNode;
import io.remit.trial.ScratchPlace;
import io.remit.trial.TrialOrder;
import io.remit.trial.TrialOrder.Answers;
import io.remit.trial.TrialReport;
import io.remit.trial.TriesModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Tries models on the portfolio of the node, one life after the other, so that people have a core for themselves. */
@Component
@Profile("!trial")
class NodeTrial implements TriesModels {

  private static final Logger LOG = LoggerFactory.getLogger(NodeTrial.class);
  private static final int ONE_AFTER_THE_OTHER = 1;

  private final DataSource database;
  private final ConfigurableEnvironment settings;
  private final ScratchPlace scratch;
  private final Clock clock;

  NodeTrial(DataSource database, ConfigurableEnvironment settings, ScratchPlace scratch, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.scratch = scratch;
    this.clock = clock;
  }

  @Override
  public TrialReport tried(ModelFolder models, int days) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("remit-models");
      try (Connection running = database.getConnection()) {
        models.writeTo(folder);
        return new PortfolioTrial(RunningNode.of(settings), scratch, clock.instant(), days,
            TrialOrder.MOST_CASES, Answers.NOT_REACHED, ONE_AFTER_THE_OTHER, LOG::info).run(running, folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException | SQLException | OtherVersionException failed) {
      throw new IllegalStateException(failed.getMessage(), failed);
    }
  }
}
