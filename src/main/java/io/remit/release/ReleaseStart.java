package io.remit.release;

import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import io.remit.release.ReleaseSettings.AtStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says at a start which models run: the folder that Remit was given, as a release by itself, as long as nobody deployed
 * another; and what people deployed from then on, also when a new Remit brings another folder along, unless
 * {@code remit.releases.start} says that the folder counts.
 */
@Component
public class ReleaseStart {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseStart.class);
  private static final int MOST_NAMED = 10;

  private final ReleaseRepository repository;
  private final Releases releases;
  private final ModelsThatRun models;
  private final ModelEngine engine;
  private final ReleaseSettings settings;
  private final TransactionTemplate together;
  private volatile List<String> differing = List.of();

  ReleaseStart(ReleaseRepository repository, Releases releases, ModelsThatRun models, ModelEngine engine,
      ReleaseSettings settings, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.releases = releases;
    this.models = models;
    this.engine = engine;
    this.settings = settings;
    this.together = new TransactionTemplate(transactions);
  }

  /**
   * Lets the models run that have to, before anything else does.
   *
   * @param given the folder that Remit was given
   * @return the folder that runs
   * @throws ModelsNotRunnableException if the release that people deployed cannot run in this Remit
   */
  public ModelFolder begin(ModelFolder given) {
    RunningModels.Prepared running = Objects.requireNonNull(together.execute(status -> {
      Optional<Release> before = repository.lockRunning().flatMap(repository::find);
      boolean folderCounts = before.map(release -> release.isFromStart() || settings.start() == AtStart.FOLDER)
          .orElse(true);
      boolean same = before.map(release -> release.sha256().equals(ReleaseFiles.digest(given))).orElse(false);
      if (folderCounts && !same) {
        Release taken = releases.take(given, before.orElse(null));
        LOG.info("The folder that Remit was given is release {} of the models, and runs", taken.number());
        return models.readable(taken);
      }
      Release kept = before.orElseThrow();
      RunningModels.Prepared readable = readable(kept);
      // an engine that lost some of it gets it again
      engine.deploy(readable.folder());
      if (!same) {
        tellOf(kept, readable.folder(), given);
      }
      return readable;
    }));
    models.takeOver(running);
    return running.folder();
  }

  private RunningModels.Prepared readable(Release release) {
    try {
      return models.readable(release);
    } catch (ReleaseRefused refused) {
      throw new ModelsNotRunnableException("Release " + release.number()
          + " of the models, which people deployed, cannot run in this version of Remit. Start the version before, or "
          + "let the folder at remit.models run in its place with remit.releases.start=folder. "
          + refused.findings().stream().map(finding -> "\n  " + finding.file() + " " + finding.element() + ": "
              + finding.detail() + " [" + finding.rule() + "]").collect(Collectors.joining()), refused);
    }
  }

  private void tellOf(Release kept, ModelFolder running, ModelFolder given) {
    differing = differences(ReleaseFiles.digests(running), ReleaseFiles.digests(given));
    LOG.warn("Release {} of the models runs, which {} proposed and {} approved. The folder that Remit was given is "
        + "another in {} files: {}. Nothing of it runs; to take it up, propose it with POST "
        + "/api/models/releases?from=start, or start once with remit.releases.start=folder", kept.number(),
        kept.proposedBy(), kept.decidedBy(), differing.size(),
        differing.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
  }

  private static List<String> differences(Map<String, String> running, Map<String, String> given) {
    List<String> names = new ArrayList<>(running.keySet());
    given.keySet().stream().filter(name -> !running.containsKey(name)).forEach(names::add);
    return names.stream().filter(name -> !Objects.equals(running.get(name), given.get(name))).sorted().toList();
  }

  /** The files in which the folder that Remit was given is another than what ran at the start. */
  List<String> differing() {
    return differing;
  }
}
