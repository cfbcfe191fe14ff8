package io.remit.gateway.smpp;

import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.gateway.smpp.PartAnswer.Missing;
import io.remit.gateway.smpp.PartAnswer.Refused;
import io.remit.gateway.smpp.PartAnswer.Taken;
import io.remit.gateway.smpp.PartAnswer.Unsent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jsmpp.PDUException;

/**
 * One text on its way to the centre. Its parts go out in their order, none waits for the answer to another, and all
 * answers together tell what became of the text.
 */
class TextSubmission {

  /** Between two tries of parts that the centre was too busy for. */
  private static final long BUSY_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final WindowedSession session;
  private final SmppSettings settings;
  private final Throughput throughput;
  private final String recipient;
  private final List<ShortMessage> parts;
  private final List<PartAnswer> answers;

  /** @param recipient E.164, without the plus sign */
  TextSubmission(WindowedSession session, SmppSettings settings, Throughput throughput, String recipient,
      List<ShortMessage> parts) {
    this.session = session;
    this.settings = settings;
    this.throughput = throughput;
    this.recipient = recipient;
    this.parts = parts;
    answers = new ArrayList<>(Collections.nCopies(parts.size(), new Unsent()));
  }

  /**
   * Submits all parts. One that the centre was too busy for was certainly not taken: where others were, it is tried
   * again for as long as an answer may take.
   *
   * @param turn when the first part may go out and the others behind it, as {@link Throughput} has it
   * @return the centre's name for the last part; empty if it gave none
   * @throws GatewayUnavailableException if no part was taken, and the text may be later
   * @throws MessageRefusedException if no part was taken, and none ever will be
   * @throws IllegalStateException if it is in doubt what the centre has of the text
   */
  String submit(long turn) {
    long giveUpAt = System.nanoTime() + settings.responseTimeout().toNanos();
    submitOpenParts(turn);
    while (isHalfTakenByABusyCentre() && giveUpAt - System.nanoTime() > 0) {
      OptionalLong next = throughput.reserve(openParts().size(), giveUpAt - System.nanoTime());
      if (next.isEmpty()) {
        break;
      }
      submitOpenParts(Math.max(next.getAsLong(), System.nanoTime() + BUSY_PAUSE));
    }
    return lastName();
  }

  private List<Integer> openParts() {
    return IntStream.range(0, parts.size()).filter(part -> !(answers.get(part) instanceof Taken)).boxed().toList();
  }

  /** In their order, as many at a time as the window has room for, and none behind one that is known to have failed. */
  private void submitOpenParts(long firstTurn) {
    List<Integer> open = openParts();
    List<Submission> underway = new ArrayList<>();
    for (int part : open) {
      try {
        waitUntil(firstTurn + underway.size() * throughput.interval());
        if (underway.size() >= settings.window()) {
          underway.get(underway.size() - settings.window()).await();
        }
        if (underway.stream().anyMatch(Submission::hasFailed)) {
          break;
        }
        underway.add(session.submit(recipient, parts.get(part), part == parts.size() - 1));
      } catch (PDUException | IOException | InterruptedException e) {
        answers.set(part, failed(part, e));
        break;
      }
    }
    for (int i = 0; i < underway.size(); i++) {
      answers.set(open.get(i), underway.get(i).await());
    }
  }

  private PartAnswer failed(int part, Exception failure) {
    if (failure instanceof PDUException && part == 0 && !isAnyTaken()) {
      throw new MessageRefusedException("the message breaks a limit of SMPP", false);
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return Missing.because(failure);
  }

  private static void waitUntil(long turn) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
  }

  /** Whether the parts that are missing are all such as the centre may take in a moment. */
  private boolean isHalfTakenByABusyCentre() {
    return isAnyTaken() && !openParts().isEmpty() && openParts().stream().map(answers::get)
        .allMatch(answer -> answer instanceof Unsent
            || answer instanceof Refused refused && SubmitStatus.isBusy(refused.status()));
  }

  private boolean isAnyTaken() {
    return answers.stream().anyMatch(Taken.class::isInstance);
  }

  private String lastName() {
    for (int part = 0; part < answers.size(); part++) {
      if (answers.get(part) instanceof Missing missing) {
        throw new IllegalStateException("In doubt: the centre's answer " + (parts.size() == 1 ? "" : "to "
            + name(part) + " ") + "did not come (" + missing.why() + ")");
      }
    }
    for (int part = 0; part < answers.size(); part++) {
      if (answers.get(part) instanceof Refused refused) {
        throw isAnyTaken() ? new IllegalStateException("In doubt: " + name(part) + " was not taken, and another was: "
            + SubmitStatus.inWords(refused.status())) : notTaken(refused.status());
      }
    }
    return ((Taken) answers.get(answers.size() - 1)).messageId();
  }

  private String name(int part) {
    return "part " + (part + 1) + " of " + parts.size();
  }

  private RuntimeException notTaken(int status) {
    String words = SubmitStatus.inWords(status);
    return switch (SubmitStatus.of(status, settings)) {
      case LATER -> new GatewayUnavailableException("the centre does not take the message now: " + words, null);
      case INVALID_NUMBER -> new MessageRefusedException("the centre refuses the number: " + words, true);
      case REFUSED -> new MessageRefusedException("the centre refuses the message: " + words, false);
    };
  }
}
