package io.remit.outsourcing;

import io.remit.cases.BackFromOutside;
import io.remit.cases.CaseLeftStage;
import io.remit.cases.ChangedOutside;
import io.remit.cases.ChangedOutside.What;
import io.remit.cases.Channel;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.OutsideWork.Who;
import io.remit.cases.Timeline;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.outsourcing.PlacementRepository.Running;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import io.remit.promise.PromiseEntry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The work of partners whose people are users here: while such a partner has a case, its people have a task for it, and
 * what they report there has the consequences that it has whoever reports it.
 */
@Component
public class PartnerWork {

  private final PlacementRepository placements;
  private final PartnerRegister register;
  private final PartnerTasks tasks;
  private final PlacementProcess process;
  private final ReportedContacts reports;
  private final PartnerAnswers answers;
  private final Timeline timeline;

  PartnerWork(PlacementRepository placements, PartnerRegister register, PartnerTasks tasks, PlacementProcess process,
      ReportedContacts reports, PartnerAnswers answers, Timeline timeline) {
    this.placements = placements;
    this.register = register;
    this.tasks = tasks;
    this.process = process;
    this.reports = reports;
    this.answers = answers;
    this.timeline = timeline;
  }

  /**
   * What a partner's person did in a case, as the form sends it; with {@link Outcome#GIVEN_BACK} the note alone counts.
   *
   * @param contactBy by which means the debtor was contacted
   */
  public record Worked(Outcome outcome, Means contactBy, @Nullable String initiative, @Nullable String overdueReason,
      PromiseEntry.Entered promise, ContactResult.PlanAsked plan, ContactResult.Pause pause,
      ContactResult.Complaint complaint, ContactResult.Wish wish, @Nullable String note) {

    private ContactResult result() {
      return new ContactResult(outcome.name(), initiative, overdueReason, promise, plan, pause, complaint, wish, note);
    }
  }

  /**
   * What partners' people can report: what a call or a visit brings, without contact persons, of whom they are never
   * told; or that they give the case back.
   */
  public enum Outcome {
    PROMISED, PLAN_ASKED, REFUSED, DISPUTED, HARDSHIP, PAUSE, NOT_REACHED, WRONG_NUMBER, THIRD_PARTY, NOBODY_MET,
    MOVED_AWAY, GIVEN_BACK
  }

  /** How partners' people contact debtors. */
  public enum Means {
    CALL, VISIT;

    Channel channel() {
      return Channel.valueOf(name());
    }
  }

  /**
   * Takes what a partner's person did, within the step in which they say so.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted, the partner may not use these means, the gate did not
   *     allow the contact, or the partner does not have the case any more; then nothing is recorded
   */
  public void take(String caseNumber, Worked worked, String actor) {
    Partner partner = partnerThatHas(caseNumber);
    answers.told(partner.partnerId(), caseNumber);
    answers.reported(partner.partnerId());
    if (worked.outcome() == Outcome.GIVEN_BACK) {
      if (partner.kind() == PartnerKind.PART_TIME_COLLECTOR && !EnteredText.isEntered(worked.note())) {
        throw new InvalidInputException("note", "has to say why you give the case back");
      }
      timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "The partner gives the case back",
          EnteredText.note(worked.note()));
      return;
    }
    Channel channel = worked.contactBy().channel();
    if (!partner.scope().channels().contains(channel)) {
      throw new InvalidInputException("contactBy", "is no way by which you may contact debtors");
    }
    reports.takeWithin(caseNumber, ConversationReport.byPerson(channel, worked.result(), actor));
  }

  /**
   * Ends the placement of a case that the partner gives back.
   *
   * @param actor user id
   */
  public void giveBack(String caseNumber, String actor) {
    process.returned(caseNumber, PlacementReturns.Return.RETURNED.name(), actor);
  }

  /**
   * The id of the group that works a placed case.
   *
   * @throws IllegalStateException if no partner has it
   */
  public String groupFor(String caseNumber) {
    return placements.running(caseNumber).map(Running::partnerId).map(Partner::groupOf).orElseThrow(
        () -> new IllegalStateException("no partner has case " + caseNumber));
  }

  /** Gives partners a task for each case that they had before they had people here. */
  public void catchUp() {
    List<String> partners = register.all().stream().filter(partner -> tasks.hasPeople(partner.group()))
        .map(Partner::partnerId).toList();
    List<String> placed = placements.casesWith(partners);
    if (!placed.isEmpty()) {
      Set<String> underWork = tasks.underWork();
      placed.stream().filter(caseNumber -> !underWork.contains(caseNumber)).forEach(tasks::begin);
    }
  }

  @EventListener
  void handedOver(HandedOver handedOver) {
    if (tasks.hasPeople(Partner.groupOf(handedOver.partnerId()))) {
      tasks.begin(handedOver.caseNumber());
    }
  }

  @EventListener
  void back(BackFromOutside back) {
    endUnlessPlaced(back.caseNumber());
  }

  @EventListener
  @Order(CaseLeftStage.OUTSIDE + 2)
  void stageLeft(CaseLeftStage left) {
    endUnlessPlaced(left.caseNumber());
  }

  @EventListener
  void changed(ChangedOutside changed) {
    if (changed.who() == Who.PARTNER && (changed.what() == What.PAID || changed.what() == What.WITHDRAWN)) {
      tasks.end(changed.caseNumber());
    }
  }

  private void endUnlessPlaced(String caseNumber) {
    if (!placements.isPlaced(caseNumber)) {
      tasks.end(caseNumber);
    }
  }

  private Partner partnerThatHas(String caseNumber) {
    return placements.running(caseNumber).map(Running::partnerId).map(register::get).orElseThrow(
        () -> new InvalidInputException("task", "is over: the case is not with you any more"));
  }
}
