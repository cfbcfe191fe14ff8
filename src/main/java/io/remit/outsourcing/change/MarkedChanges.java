package io.remit.outsourcing.change;

import io.remit.cases.BackFromOutside;
import io.remit.cases.CaseLeftStage;
import io.remit.cases.ChangedOutside;
import io.remit.cases.News;
import io.remit.cases.NewsListener;
import io.remit.cases.OutsideWork.Who;
import io.remit.outsourcing.HandedOver;
import io.remit.person.Persons;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hears of what may have to be told to partners, in the transaction in which it changes. */
@Component
class MarkedChanges implements NewsListener {

  private final Marks marks;
  private final Persons persons;

  MarkedChanges(Marks marks, Persons persons) {
    this.marks = marks;
    this.persons = persons;
  }

  @Override
  public Set<News.Kind> kinds() {
    return EnumSet.of(News.Kind.DEBTOR, News.Kind.WAY_TO_DEBTOR);
  }

  /** What is told of one id is true of the person, whatever else they owe. */
  @Override
  public void heard(News.Kind kind, String debtorId) {
    marks.ofDebtors(persons.idsOf(debtorId));
  }

  @EventListener
  void changed(ChangedOutside changed) {
    if (changed.who() == Who.PARTNER) {
      marks.ofCase(changed.caseNumber());
    }
  }

  @EventListener
  void back(BackFromOutside back) {
    marks.ofCase(back.caseNumber());
  }

  @EventListener
  @Order(CaseLeftStage.OUTSIDE + 3)
  void stageLeft(CaseLeftStage left) {
    marks.ofCase(left.caseNumber());
  }

  /** What stopped contact before the partner had the case it is told with the first file of changes. */
  @EventListener
  void handedOver(HandedOver handedOver) {
    marks.ofCase(handedOver.caseNumber());
  }
}
