package io.remit.release;

import io.remit.model.Finding;
import io.remit.model.FindingWords;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import io.remit.translation.Translations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps this node at the release that runs: whichever node it was deployed on, the texts and words of all follow within
 * the seconds of {@code remit.releases.poll}. Processes, decisions and forms the engine finds by itself.
 */
@Component
class ModelsThatRun {

  private static final Logger LOG = LoggerFactory.getLogger(ModelsThatRun.class);

  private final ReleaseRepository releases;
  private final ModelEngine engine;
  private final RunningModels running;
  private final ObjectProvider<ModelsReplaced> listeners;
  private volatile int notReadable;
  /** What this node took over, and has not told those who listen. */
  private volatile RunningModels.@Nullable Prepared untold;

  ModelsThatRun(ReleaseRepository releases, ModelEngine engine, RunningModels running,
      ObjectProvider<ModelsReplaced> listeners) {
    this.releases = releases;
    this.engine = engine;
    this.running = running;
    this.listeners = listeners;
  }

  /**
   * The files of a release as they were stored, checked anew.
   *
   * @throws ReleaseRefused if this Remit cannot run them
   * @throws IllegalStateException if they are not what was stored
   */
  RunningModels.Prepared readable(Release release) {
    return prepared(release.number(), stored(release));
  }

  /** @throws IllegalStateException if the files are not what was stored */
  ModelFolder stored(Release release) {
    ModelFolder folder = releases.folder(release.number());
    if (!ReleaseFiles.digest(folder).equals(release.sha256())) {
      throw new IllegalStateException("the files of release " + release.number() + " are not what was stored");
    }
    return folder;
  }

  /**
   * Checks a folder, and reads all that is read of models.
   *
   * @param number of the release that it is, or is to be
   * @throws ReleaseRefused with all for which it is not deployed, in the language of who asks
   */
  RunningModels.Prepared prepared(int number, ModelFolder folder) {
    List<Finding> found = engine.check(folder);
    if (!found.isEmpty()) {
      FindingWords words =
          FindingWords.in(Translations.spoken(LocaleContextHolder.getLocale()).getLanguage());
      throw new ReleaseRefused(found.stream().map(finding -> ReleaseFinding.of(finding, words)).toList());
    }
    try {
      return running.read(number, folder);
    } catch (RuntimeException unreadable) {
      throw new ReleaseRefused(List.of(ReleaseFinding.unreadable(String.valueOf(unreadable.getMessage()))));
    }
  }

  /** Lets the texts and words of a release be those of this node. */
  void takeOver(RunningModels.Prepared models) {
    running.replace(models);
    notReadable = 0;
  }

  /** The release whose texts this node has. */
  int here() {
    return running.now().release();
  }

  /** The release that runs, which this node cannot take over; 0 if it has. */
  int notReadable() {
    return notReadable;
  }

  @Scheduled(fixedDelayString = "${remit.releases.poll}", initialDelayString = "${remit.releases.poll}")
  void follow() {
    try {
      // at the look after the one at which it took over: by then the node on which it was deployed has told it, or died
      tell();
      Optional<Release> next = releases.running().filter(number -> number > here()).flatMap(releases::find);
      if (next.isPresent()) {
        follow(next.get());
      }
    } catch (DataAccessException away) {
      LOG.warn("Which models run cannot be asked now: {}", away.getClass().getSimpleName());
    }
  }

  private void follow(Release release) {
    try {
      RunningModels.Prepared taken = readable(release);
      takeOver(taken);
      untold = taken;
      LOG.info("Release {} of the models runs, and this node has its texts and words", release.number());
    } catch (ReleaseRefused | IllegalStateException unusable) {
      if (notReadable != release.number()) {
        notReadable = release.number();
        LOG.error("Release {} of the models runs, but this node goes on with the texts of release {}: {}",
            release.number(), here(), reason(unusable));
      }
    }
  }

  /** Tells those who listen of what this node took over. If they fail they are told at the next look. */
  private void tell() {
    RunningModels.Prepared taken = untold;
    if (taken != null) {
      listeners.forEach(listener -> listener.deployed(taken.folder()));
      untold = null;
    }
  }

  private static String reason(RuntimeException unusable) {
    return unusable instanceof ReleaseRefused refused ? refused.findings().toString()
        : String.valueOf(unusable.getMessage());
  }
}
