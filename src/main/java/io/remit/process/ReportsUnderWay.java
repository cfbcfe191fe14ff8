package io.remit.process;

import io.remit.contact.conversation.ConversationReport;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The report with which a task is completed now that nobody sent as its form. It lives as long as that step and is
 * never a variable: nobody can send one with a form, and the engine keeps nothing of it.
 */
@Component
public class ReportsUnderWay {

  @SuppressWarnings("ThreadLocalUsage") // of the one bean of an application, of which a JVM may have several
  private final ThreadLocal<ConversationReport> current = new ThreadLocal<>();

  public void during(ConversationReport report, Runnable work) {
    current.set(report);
    try {
      work.run();
    } finally {
      current.remove();
    }
  }

  /** Whether a task is completed now by what was reported: it need not be the reporter's own. */
  public boolean isAny() {
    return current.get() != null;
  }

  /** The report that completes the task now, or what its form sent. */
  public ConversationReport currentOr(Supplier<ConversationReport> form) {
    return Optional.ofNullable(current.get()).orElseGet(form);
  }
}
