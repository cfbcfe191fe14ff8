package io.remit.cases;

import io.remit.cases.ChangedOutside.What;
import io.remit.cases.OutsideWork.Who;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one place at which a case hears that it changed. A case that a court or a partner has stays where it is: the
 * facts are kept and its dates follow them, but what goes on outside is neither ended nor begun again by them. Whoever
 * works there is told instead ({@link ChangedOutside}), and the case catches up as soon as it is back.
 */
@Component
public class ChangedCases {

  private final CaseProcess process;
  private final ObjectProvider<OutsideWork> outside;
  private final ApplicationEventPublisher events;

  ChangedCases(CaseProcess process, ObjectProvider<OutsideWork> outside, ApplicationEventPublisher events) {
    this.process = process;
    this.outside = outside;
    this.events = events;
  }

  /** Who outside has a case now. */
  public Optional<Who> whoHas(String caseNumber) {
    return outside.stream().filter(each -> each.has(caseNumber)).map(OutsideWork::who).findFirst();
  }

  /**
   * Something changed about a case: it leaves what it is doing, unless somebody outside has it.
   *
   * @return whether the case heard of it
   */
  public boolean changed(String caseNumber, CaseChange change) {
    Optional<Who> who = whoHas(caseNumber);
    who.ifPresent(each -> events.publishEvent(new ChangedOutside(caseNumber, each, whatIs(change), null)));
    if (who.isEmpty() || ends(change) && who.get() == Who.PARTNER) {
      process.changed(caseNumber, change);
      return true;
    }
    process.redate(caseNumber);
    process.refreshCards(caseNumber);
    return false;
  }

  /**
   * There is a reason to pause a case.
   *
   * @param reason its name, such as {@code INSOLVENCY}
   * @param holds whether the case is on hold by it, and was not before
   */
  public void paused(String caseNumber, String reason, boolean holds) {
    Optional<Who> who = whoHas(caseNumber);
    who.ifPresent(each -> events.publishEvent(new ChangedOutside(caseNumber, each, What.PAUSED, reason)));
    if (who.isEmpty() && holds) {
      process.changed(caseNumber, CaseChange.HELD);
    } else if (who.isPresent()) {
      process.refreshCards(caseNumber);
    }
  }

  /** What is owed may have changed, and the case goes on. Nothing happens if nobody outside has it. */
  void owedOutside(String caseNumber) {
    whoHas(caseNumber).ifPresent(who -> events.publishEvent(new ChangedOutside(caseNumber, who, What.OWED, null)));
  }

  private static boolean ends(CaseChange change) {
    return change == CaseChange.CURED || change == CaseChange.PAID || change == CaseChange.WITHDRAWN;
  }

  private static What whatIs(CaseChange change) {
    return switch (change) {
      case CURED, PAID -> What.PAID;
      case WITHDRAWN -> What.WITHDRAWN;
      case HELD -> What.PAUSED;
      case RESUMED -> What.RESUMED;
      case REAGED -> What.OWED;
    };
  }
}
