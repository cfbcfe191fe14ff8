package io.remit.process.trial;

import io.remit.trial.DatabaseCopy;
import io.remit.trial.DatabaseCopy.Copied;
import io.remit.trial.Draw;
import io.remit.trial.Lived;
import io.remit.trial.RunningNode;
import io.remit.trial.ScratchDatabase;
import io.remit.trial.ScratchPlace;
import io.remit.trial.TrialOrder.Answers;
import io.remit.trial.TrialReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * Tries models: two copies of a portfolio, one under the models that run and one under others, each in a program of its
 * own.
 *
 * @param node by whose rules cases are collected
 * @param place where the copies are made
 * @param begin when both lives begin
 * @param days how long they last
 * @param openCases how many of them live at least, or {@link Draw#ALL}
 * @param atOnce how many of them run at the same time, 1 or 2
 * @param progress is told how far it is, a line at a time
 */
record PortfolioTrial(RunningNode node, ScratchPlace place, Instant begin, int days, int openCases, Answers answers,
    int atOnce, Consumer<String> progress) {

  private static final int PATIENCE_SECONDS = 30;

  /**
   * Lets both live.
   *
   * @param running the database, for this trial alone; it is read in one transaction at the beginning
   * @param models the folder of the other models
   * @throws IllegalStateException if there is no place for copies, or Remit does not run under the models
   * @throws io.remit.trial.OtherVersionException if the running database has tables of another version of Remit
   */
  TrialReport run(Connection running, Path models) throws IOException, SQLException, InterruptedException {
    long started = System.nanoTime();
    Path folder = Files.createTempDirectory("remit-trial");
    List<ScratchDatabase> copies = new ArrayList<>();
    ExecutorService lives = Executors.newFixedThreadPool(atOnce);
    try {
      for (String name : List.of("old", "new")) {
        copies.add(place.make(running, Files.createDirectory(folder.resolve(name + "-copy"))));
      }
      copies.forEach(CopyTables::make);
      Copied copied = new DatabaseCopy(running, copies, openCases).copy();
      say("%s rows of %s open cases are copied, %s", copied.rows(), copied.draw().living(), since(started));
      Path deployed = folder.resolve("models");
      DeployedModels.in(copies.get(0)).writeTo(deployed);
      for (ScratchDatabase copy : copies) {
        copy.handOver();
      }
      Future<Lived> old = lives.submit(life("old", LifeOrder.of(copies.get(0), deployed, folder.resolve("old-work"),
          begin, days, answers, false, node), started));
      Future<Lived> fresh = lives.submit(life("new", LifeOrder.of(copies.get(1), models, folder.resolve("new-work"),
          begin, days, answers, true, node), started));
      return new TrialReport(days, answers, begin, copied.draw(), lived(old), lived(fresh),
          Duration.ofNanos(System.nanoTime() - started));
    } finally {
      end(lives);
      for (ScratchDatabase copy : copies) {
        copy.close();
      }
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** When one failed the other is not worth waiting for; its program lets go of the copy. */
  private static void end(ExecutorService lives) {
    lives.shutdownNow();
    try {
      lives.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Callable<Lived> life(String models, LifeOrder order, long started) {
    return () -> {
      try {
        Lived lived = LifeElsewhere.live(order);
        say("%s days are lived under the %s models, %s", days, models, since(started));
        return lived;
      } catch (IllegalStateException failed) {
        throw new IllegalStateException("Remit does not run under the " + models + " models: " + failed.getMessage(),
            failed);
      }
    };
  }

  private static Lived lived(Future<Lived> life) throws IOException, InterruptedException {
    try {
      return life.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IllegalStateException cause) {
        throw cause;
      }
      throw new IOException(failed.getCause());
    }
  }

  private void say(String text, Object... values) {
    progress.accept(String.format(Locale.ROOT, text, values));
  }

  private static String since(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s";
  }
}
