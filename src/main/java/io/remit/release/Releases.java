package io.remit.release;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.audit.AuditEvent;
import io.remit.audit.AuditTrail;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.News;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How other models come to run: somebody proposes a folder, somebody else approves it, and it runs at once. What is
 * approved was changed from what runs; whoever deploys is alone until all of it is done, on whichever node, and if the
 * engine refuses a file nothing is changed.
 */
@Component
public class Releases {

  /** Who took the folder that was given at a start. */
  static final String SYSTEM = "system";

  /** The table by which cases are in a stage: when it changes they may be in another. */
  private static final String AGING = "stage-by-aging.dmn";
  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_COMMENT = 500;
  private static final int MOST_WAITING = 20;

  private final ReleaseRepository releases;
  private final ModelsThatRun models;
  private final ModelEngine engine;
  private final ObjectProvider<ModelsReplaced> listeners;
  private final News news;
  private final SecondPerson secondPerson;
  private final AuditTrail trail;
  private final ReleaseSettings settings;
  private final Clock clock;
  private final TransactionTemplate together;

  Releases(ReleaseRepository releases, ModelsThatRun models, ModelEngine engine,
      ObjectProvider<ModelsReplaced> listeners, News news, SecondPerson secondPerson, AuditTrail trail,
      ReleaseSettings settings, Clock clock, PlatformTransactionManager transactions) {
    this.releases = releases;
    this.models = models;
    this.engine = engine;
    this.listeners = listeners;
    this.news = news;
    this.secondPerson = secondPerson;
    this.trail = trail;
    this.settings = settings;
    this.clock = clock;
    this.together = new TransactionTemplate(transactions);
  }

  /**
   * What an author says of a change.
   *
   * @param label what the version is called, or null
   * @param comment what is changed and why
   */
  record Said(@Nullable String label, @Nullable String comment) {

    /** @throws InvalidInputException if the comment is missing, or one of them is too long */
    Said checked() {
      if (label != null && label.length() > LONGEST_LABEL) {
        throw new InvalidInputException("label", "is longer than " + LONGEST_LABEL + " characters");
      }
      return new Said(EnteredText.isEntered(label) ? label : null,
          EnteredText.required("comment", comment, LONGEST_COMMENT));
    }
  }

  /** What another person decides. */
  enum Verdict {
    APPROVED, REFUSED
  }

  /**
   * Stores a folder that another person may approve.
   *
   * @param basedOn the release that the folder was changed from; null for the one that runs
   * @throws ReleaseRefused if there are findings; nothing is stored
   * @throws ReleaseOvertaken if another release runs by now
   * @throws InvalidInputException if the folder is what runs or what waits already, or what is said cannot be kept
   */
  Release propose(ModelFolder folder, @Nullable Integer basedOn, Said said, String by) {
    Said checked = said.checked();
    models.prepared(models.here(), folder);
    return done(() -> {
      int running = releases.lockRunning().orElseThrow();
      if (basedOn != null && basedOn != running) {
        throw outOfDate(running);
      }
      String sha256 = ReleaseFiles.digest(folder);
      if (get(running).sha256().equals(sha256)) {
        throw new InvalidInputException("files", "are those that run already");
      }
      releases.waitingWith(sha256).ifPresent(waiting -> {
        throw new InvalidInputException("files", "are proposed already, as release " + waiting.number());
      });
      if (releases.waitingOf(by) >= MOST_WAITING) {
        throw new InvalidInputException("files", "have to wait: " + MOST_WAITING + " of your releases are not decided");
      }
      Release proposed = new Release(releases.nextNumber(), checked.label(), checked.comment(), running, sha256,
          ReleaseStatus.PROPOSED, by, clock.instant(), null, null, null, null, null, null);
      releases.insert(proposed, folder);
      trail.record(AuditEvent.Kind.CHANGE, by, "models: release " + proposed.number() + " proposed");
      return proposed;
    });
  }

  /**
   * Decides on a release that waits; what is approved runs at once.
   *
   * @throws InvalidInputException if this person may not, or a refusal has no note
   * @throws ReleaseOvertaken if it waits no more, or another release runs by now
   * @throws ReleaseRefused if the models cannot be deployed; it goes on waiting
   */
  Release decide(int number, Verdict verdict, @Nullable String note, String by) {
    String written = written(note);
    if (verdict == Verdict.REFUSED && written == null) {
      throw new InvalidInputException("note", "say why it is refused");
    }
    Deployed decided = done(() -> {
      RunningModels.Prepared taken = null;
      int running = releases.lockRunning().orElseThrow();
      Release release = get(number);
      if (release.status() != ReleaseStatus.PROPOSED) {
        throw new ReleaseOvertaken("release " + number + " does not wait for a decision");
      }
      mustBeAnother(release, by);
      releases.decided(number, verdict == Verdict.REFUSED ? ReleaseStatus.REFUSED : release.status(), by,
          clock.instant(), written);
      if (verdict == Verdict.APPROVED) {
        if (!Objects.equals(release.basedOn(), running)) {
          throw outOfDate(running);
        }
        taken = models.readable(release);
        releases.deployed(number, clock.instant(), deploy(taken.folder()));
        replaced(running, number, ReleaseStatus.REPLACED);
      }
      trail.record(AuditEvent.Kind.CHANGE, by, "models: release " + number + " "
          + (verdict == Verdict.APPROVED ? "approved and deployed" : "refused"));
      return new Deployed(get(number), taken);
    });
    if (decided.models() != null) {
      runs(decided.models());
    }
    return decided.release();
  }

  /**
   * Goes back to the release that ran before the one that runs: its files are deployed anew, as a release of its own.
   * It was approved when it was deployed, so one person may do it, for some days.
   *
   * @throws ReleaseOvertaken if it is not the release before, was rolled back itself, or too many days have passed
   * @throws ReleaseRefused if its models cannot be deployed any more
   */
  Release rollBack(int number, @Nullable String note, String by) {
    String written = written(note);
    if (written == null) {
      throw new InvalidInputException("note", "say why you go back");
    }
    Deployed restored = done(() -> {
      Release running = get(releases.lockRunning().orElseThrow());
      Release before = get(number);
      if (!Objects.equals(running.basedOn(), number) || before.status() != ReleaseStatus.REPLACED) {
        throw new ReleaseOvertaken("release " + number + " is not the one that ran before; propose its files anew");
      }
      if (Objects.requireNonNull(running.deployedAt()).isBefore(clock.instant().minus(settings.rollBackWithin()))) {
        throw new ReleaseOvertaken("release " + running.number() + " has run for more than "
            + settings.rollBackWithin().toDays() + " days; propose the files of release " + number + " anew");
      }
      ModelFolder folder = models.readable(before).folder();
      Instant now = clock.instant();
      Release again = new Release(releases.nextNumber(), before.label(), written, running.number(), before.sha256(),
          ReleaseStatus.RUNNING, by, now, by, now, null, now, number, deploy(folder));
      releases.insert(again, folder);
      replaced(running.number(), again.number(), ReleaseStatus.ROLLED_BACK);
      trail.record(AuditEvent.Kind.CHANGE, by,
          "models: rolled back from release " + running.number() + " to " + number + ", as " + again.number());
      return new Deployed(again, models.prepared(again.number(), folder));
    });
    runs(Objects.requireNonNull(restored.models()));
    return restored.release();
  }

  /** @param models null if none were deployed */
  private record Deployed(Release release, RunningModels.@Nullable Prepared models) {
  }

  /** All is deployed: this node has the texts, and open cases follow their models. */
  private void runs(RunningModels.Prepared taken) {
    models.takeOver(taken);
    listeners.forEach(listener -> listener.deployed(taken.folder()));
  }

  /**
   * Makes the folder that a start was given a release that runs, by nobody's decision but that of whoever starts Remit;
   * for a transaction that has locked which release runs.
   *
   * @param running the release that runs; null if this is the first
   */
  Release take(ModelFolder folder, @Nullable Release running) {
    Instant now = clock.instant();
    Release taken = new Release(releases.nextNumber(), null, null, running == null ? null : running.number(),
        ReleaseFiles.digest(folder), ReleaseStatus.RUNNING, SYSTEM, now, null, null, null, now, null, deploy(folder));
    releases.insert(taken, folder);
    if (running == null) {
      releases.setRunning(taken.number());
    } else {
      replaced(running.number(), taken.number(), ReleaseStatus.REPLACED);
    }
    return taken;
  }

  private void replaced(int before, int now, ReleaseStatus become) {
    if (!releases.digest(before, AGING).equals(releases.digest(now, AGING))) {
      news.ofAging();
    }
    releases.setStatus(before, become);
    releases.outdateWaiting();
    releases.setRunning(now);
  }

  private @Nullable String deploy(ModelFolder folder) {
    try {
      return engine.deploy(folder).orElse(null);
    } catch (NotTakenException refused) {
      throw new ReleaseRefused(List.of(ReleaseFinding.notTaken(String.valueOf(refused.getMessage()))));
    }
  }

  /** An id in another spelling is another user to the engine; nobody may be his own second person that way. */
  private void mustBeAnother(Release release, String by) {
    String refusal = "is for another person: you proposed this release";
    if (release.proposedBy().toLowerCase(Locale.ROOT).equals(by.toLowerCase(Locale.ROOT))) {
      throw new InvalidInputException("decision", refusal);
    }
    secondPerson.mustDecide("decision", by, new Raised(null, release.proposedBy(), release.proposedAt()), refusal);
  }

  private static @Nullable String written(@Nullable String note) {
    return EnteredText.isEntered(note) ? EnteredText.required("note", note, LONGEST_COMMENT) : null;
  }

  private static ReleaseOvertaken outOfDate(int running) {
    return new ReleaseOvertaken(
        "it is out of date: release " + running + " runs by now; change its files and propose them anew");
  }

  private <T> T done(Supplier<T> work) {
    return Objects.requireNonNull(together.execute(status -> work.get()));
  }

  private Release get(int number) {
    return find(number).orElseThrow(() -> new UnknownReleaseException(number));
  }

  Optional<Release> find(int number) {
    return releases.find(number);
  }

  /** The release that runs. */
  Release running() {
    return get(releases.running().orElseThrow());
  }

  /**
   * The files of a release.
   *
   * @throws UnknownReleaseException if there is none of this number
   */
  public ModelFolder folder(int number) {
    return models.stored(get(number));
  }
}
