package io.remit.division;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.division.DivisionRun.Status;
import io.remit.division.RunRepository.Carried;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Divides the open cases among the collectors: first as a preview, then exactly as previewed. */
@Component
public class Divisions {

  static final String DONE = "done";

  private static final Logger LOG = LoggerFactory.getLogger(Divisions.class);
  private static final Duration PREVIEWS_ARE_KEPT = Duration.ofDays(1);
  private static final int BATCH = 100;
  private static final int SHOWN_RUNS = 50;

  private final DivisionPlanner planner;
  private final Roster roster;
  private final CollectorRepository collectors;
  private final RunRepository runs;
  private final Assignments assignments;
  private final CaseProcess process;
  private final BusinessCalendar calendar;

  Divisions(DivisionPlanner planner, Roster roster, CollectorRepository collectors, RunRepository runs,
      Assignments assignments, CaseProcess process, BusinessCalendar calendar) {
    this.planner = planner;
    this.roster = roster;
    this.collectors = collectors;
    this.runs = runs;
    this.assignments = assignments;
    this.process = process;
    this.calendar = calendar;
  }

  /** A run with all that it would do or did. */
  record Report(DivisionRun run, List<Share> shares, List<Carried> moves) {
  }

  /** The newest runs and previews. */
  List<DivisionRun> newest() {
    return runs.newest(SHOWN_RUNS);
  }

  Optional<Report> find(long runId) {
    return runs.find(runId).map(run -> new Report(run, runs.shares(runId), runs.moves(runId)));
  }

  /**
   * Tells what a run would do now.
   *
   * @param absent user id of a collector whose cases are to be divided anew as if away; null for all cases
   */
  Report preview(@Nullable String absent, String actor) {
    runs.removePreviewsBefore(calendar.now().minus(PREVIEWS_ARE_KEPT));
    DivisionPlan plan = process.together(() -> planner.plan(absent));
    long runId = process.together(() ->
        runs.addPreview(absent, actor, calendar.now(), plan.shares(), plan.moves()));
    return find(runId).orElseThrow();
  }

  /**
   * Does what a preview told. Cases that have come into other hands since are left there.
   *
   * @throws InvalidInputException if a field cannot be accepted
   * @throws PreviewOutdatedException if it was run already, or the same preview would tell something else by now
   */
  Report run(long previewId, String reason, String actor) {
    if (reason == null || reason.isBlank()) {
      throw new InvalidInputException("reason", "say why");
    }
    if (reason.length() > CaseMoves.LONGEST_REASON) {
      throw new InvalidInputException("reason", "is longer than " + CaseMoves.LONGEST_REASON + " characters");
    }
    DivisionRun preview = runs.find(previewId)
        .orElseThrow(() -> new InvalidInputException("preview", "there is no preview " + previewId));
    List<Move> moves = runs.moves(previewId).stream().map(Carried::move).toList();
    if (preview.status() != Status.PREVIEW) {
      throw new PreviewOutdatedException("preview " + previewId + " was run already");
    }
    roster.readAnew();
    if (!process.together(() -> planner.plan(preview.absent())).sameMovesAs(moves)
        || !runs.begin(previewId, reason, actor, calendar.now())) {
      throw new PreviewOutdatedException("the cases or the collectors have changed since preview " + previewId
          + "; make another");
    }
    List<Move> changing = moves.stream().filter(Move::changes).toList();
    for (int from = 0; from < changing.size(); from += BATCH) {
      together(previewId, changing.subList(from, Math.min(changing.size(), from + BATCH)), reason, actor);
    }
    runs.finish(previewId);
    return find(previewId).orElseThrow();
  }

  /** All of them at once or, if one fails, each by itself. */
  private void together(long runId, List<Move> moves, String reason, String actor) {
    try {
      process.together(() -> {
        moves.forEach(move -> carryOut(runId, move, reason, actor));
        return null;
      });
    } catch (RuntimeException oneFailed) {
      LOG.debug("A batch of {} moves failed and is done one by one", moves.size());
      moves.forEach(move -> alone(runId, move, reason, actor));
    }
  }

  private void alone(long runId, Move move, String reason, String actor) {
    try {
      process.together(() -> {
        carryOut(runId, move, reason, actor);
        return null;
      });
    } catch (RuntimeException failed) {
      LOG.warn("Case {} could not be moved: {}", move.caseNumber(), failed.getClass().getSimpleName());
      runs.setOutcome(runId, move.caseNumber(), "refused: somebody is working on it; move it again");
    }
  }

  private void carryOut(long runId, Move move, String reason, String actor) {
    boolean done = assignments.carryOut(move, actor, reason);
    runs.setOutcome(runId, move.caseNumber(), done ? DONE : "refused: it is closed or in other hands by now");
  }

  /** An absence begins: the open cases of who is away are divided anew, in the transaction that runs. */
  public void absenceBegins(long absenceId) {
    Optional<Absence> absence = collectors.absence(absenceId)
        .filter(each -> !each.lastDay().isBefore(calendar.today()));
    if (absence.isEmpty()) {
      return;
    }
    divideCasesOf(absence.get().userId(),
        "Absence from " + absence.get().firstDay() + " to " + absence.get().lastDay());
  }

  /** The open cases of who is away are divided anew, in the transaction that runs. */
  void divideCasesOf(String userId, String reason) {
    roster.readAnew();
    DivisionPlan plan = planner.plan(userId);
    long runId = runs.addPreview(userId, Timeline.SYSTEM, calendar.now(), plan.shares(), plan.moves());
    runs.begin(runId, reason, Timeline.SYSTEM, calendar.now());
    plan.moves().stream().filter(Move::changes).forEach(move -> carryOut(runId, move, reason, Timeline.SYSTEM));
    runs.finish(runId);
  }

  /** When an absence begins, in the creditor's zone; empty if it was taken back. */
  public Optional<Instant> absenceDue(long absenceId) {
    return collectors.absence(absenceId).map(absence -> calendar.startOfBusiness(absence.firstDay()));
  }
}
