package io.remit.contact.incoming;

import io.remit.card.CardNumbers;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.conversation.Meaning;
import io.remit.contact.incoming.DebtorTextReader.Understood;
import io.remit.contact.incoming.StopWords.Wish;
import io.remit.files.PlainText;
import io.remit.gate.OptOuts;
import io.remit.person.Persons;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the texts that people send. A STOP word ends text messages to the debtor and is answered once; a START word
 * allows them again; anything else goes to the timeline of the debtor's open cases, and has the consequences of what is
 * surely meant.
 */
@Component
public class IncomingTexts {

  /** The template of the answer to a STOP. */
  public static final String STOP_CONFIRMED = "stop-confirmed-sms";

  private static final Logger LOG = LoggerFactory.getLogger(IncomingTexts.class);
  private static final int TIMELINE_LENGTH = 2000;
  private static final Duration REPETITION = Duration.ofMinutes(5);

  private final IncomingTextRepository texts;
  private final StopWords words;
  private final DebtorTextReader phrases;
  private final OptOuts optOuts;
  private final CaseRepository cases;
  private final Persons persons;
  private final Timeline timeline;
  private final ObjectProvider<TextReplies> replies;
  private final ObjectProvider<IncomingTextListener> listeners;
  private final Clock clock;

  /**
   * @param replies looked up when the first answer is due: who sends needs a gateway, and a gateway needs this
   * @param listeners looked up late for the same reason
   */
  IncomingTexts(IncomingTextRepository texts, StopWords words, DebtorTextReader phrases, OptOuts optOuts,
      CaseRepository cases, Persons persons, Timeline timeline, ObjectProvider<TextReplies> replies,
      ObjectProvider<IncomingTextListener> listeners, Clock clock) {
    this.texts = texts;
    this.words = words;
    this.phrases = phrases;
    this.optOuts = optOuts;
    this.cases = cases;
    this.persons = persons;
    this.timeline = timeline;
    this.replies = replies;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Takes a text, and does what it asks for, in one transaction.
   *
   * @return false if it was taken already; then nothing happens
   * @throws RuntimeException if it could not be taken: the gateway is to bring it again
   */
  @Transactional
  public boolean receive(IncomingText text) {
    if (isTaken(text)) {
      return false;
    }
    String reference = text.gatewayReference() == null ? "unnamed-" + UUID.randomUUID() : text.gatewayReference();
    take(new IncomingText(text.gateway(), reference, text.sender(), text.body(), text.receivedAt()));
    return true;
  }

  /**
   * A text with a name is known by it. One without is taken for a repetition of the gateway's if the sender's last
   * text was the same a moment ago: STOP, START and STOP again are three texts.
   */
  private boolean isTaken(IncomingText text) {
    return text.gatewayReference() == null ? texts.repeatsLast(text, text.receivedAt().minus(REPETITION))
        : texts.has(text.gateway(), text.gatewayReference());
  }

  private void take(IncomingText text) {
    Wish wish = words.wishOf(text.body());
    List<String> debtorIds = texts.debtorsOf(text.sender());
    texts.add(text, wish, debtorIds);
    if (debtorIds.isEmpty()) {
      LOG.info("Incoming text {} of {} came from a number that is no debtor's", text.gatewayReference(),
          text.gateway());
    }
    switch (wish) {
      case STOP -> stop(debtorIds, text.sender());
      case START -> debtorIds.forEach(debtorId -> optOuts.optIn(debtorId, Channel.SMS, "sms-start"));
      case OTHER -> other(debtorIds, text);
    }
  }

  private void other(List<String> debtorIds, IncomingText text) {
    Understood understood = phrases.understand(text.body());
    Optional<Meaning> meaning = understood.meaning();
    if (meaning.filter(Meaning.STOP::equals).isPresent()) {
      stop(debtorIds, text.sender());
    } else if (meaning.filter(Meaning.START::equals).isPresent()) {
      debtorIds.forEach(debtorId -> optOuts.optIn(debtorId, Channel.SMS, "sms-start"));
    }
    boolean aboutTexts = meaning.filter(found -> found.outcome() == null).isPresent();
    // of several persons who share a number nobody knows who wrote; that it is nobody's of them is true of each
    boolean known = debtorIds.size() < 2 || persons.idsOf(debtorIds.get(0)).containsAll(debtorIds)
        || meaning.filter(Meaning.WRONG_PERSON::equals).isPresent();
    Understood rest = aboutTexts ? new Understood(Optional.empty(), understood.toBeRead())
        : known ? understood : new Understood(Optional.empty(), understood.toBeRead() || meaning.isPresent());
    debtorIds.forEach(debtorId -> tell(debtorId, text, rest, aboutTexts && !understood.toBeRead()));
  }

  /** One answer to the number, even if it is that of several debtors: one person holds the phone. */
  private void stop(List<String> debtorIds, String number) {
    debtorIds.forEach(debtorId -> optOuts.optOut(debtorId, Channel.SMS, "sms-stop"));
    List<String> unanswered = debtorIds.stream()
        .filter(debtorId -> !texts.repliedSinceOptOut(debtorId, number, STOP_CONFIRMED)).toList();
    if (!unanswered.isEmpty()) {
      unanswered.forEach(debtorId -> texts.replied(debtorId, number, STOP_CONFIRMED, clock.instant()));
      replies.getObject().reply(unanswered.get(0), number, STOP_CONFIRMED);
    }
  }

  /** @param done whether all that was asked for is done */
  private void tell(String debtorId, IncomingText text, Understood understood, boolean done) {
    WrittenText written = new WrittenText(text.sender(), excerpt(text.body()), understood);
    for (String caseNumber : cases.openOf(debtorId)) {
      timeline.add(caseNumber, EntryKind.INCOMING, Channel.SMS, Timeline.SYSTEM, "The debtor wrote", written.excerpt());
      if (!done) {
        listeners.forEach(listener -> listener.debtorWrote(caseNumber, written));
      }
    }
  }

  /** A text as timelines show it: in one line, and not without end. */
  static String excerpt(String body) {
    String whole = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String line = PlainText.inOneLine(CardNumbers.masked(whole));
    if (line.length() <= TIMELINE_LENGTH) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(TIMELINE_LENGTH - 1)) ? TIMELINE_LENGTH - 1 : TIMELINE_LENGTH;
    return line.substring(0, end);
  }
}
