package io.remit.gateway.smpp;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.PendingResponse;

/** A part that was written to the centre, and what the centre answers to it, once it does. */
class Submission extends PendingResponse<Command> {

  private final CompletableFuture<PartAnswer> answer = new CompletableFuture<>();
  private final long waitUntil;
  private final Runnable forget;

  /**
   * @param patience how long an answer may take, from now on
   * @param forget called when nobody waits for the answer any more
   */
  Submission(Duration patience, Runnable forget) {
    super(patience.toMillis());
    waitUntil = System.nanoTime() + patience.toNanos();
    this.forget = forget;
  }

  @Override
  public void done(Command response) {
    answer.complete(answer(response));
  }

  private static PartAnswer answer(Command response) {
    if (response.getCommandStatus() != SMPPConstant.STAT_ESME_ROK) {
      return new PartAnswer.Refused(response.getCommandStatus());
    }
    if (response instanceof SubmitSmResp taken) {
      return new PartAnswer.Taken(taken.getMessageId() == null ? "" : taken.getMessageId());
    }
    return new PartAnswer.Missing(response.getClass().getSimpleName());
  }

  /** The centre could not read what was written, or says so, which is no word on whether it took it. */
  @Override
  public void doneWithInvalidResponse(InvalidResponseException failure) {
    answer.complete(PartAnswer.Missing.because(failure));
  }

  /** Whether it is known by now that it was not taken, or that nothing will be known. */
  boolean hasFailed() {
    return answer.isDone() && !(answer.join() instanceof PartAnswer.Taken);
  }

  /** Waits for the answer, for as long as one may take. */
  PartAnswer await() {
    try {
      return answer.get(waitUntil - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return giveUp(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return giveUp(e);
    }
  }

  /** An answer that came at the last moment counts all the same. */
  private PartAnswer giveUp(Exception reason) {
    forget.run();
    answer.complete(PartAnswer.Missing.because(reason));
    return answer.join();
  }
}
