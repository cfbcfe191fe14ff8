package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.CaseEnded;
import io.remit.cases.CaseLeftStage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/** Who hears that a case or its stage ended, and in which order. */
@ProcessTest
class EndedCaseTest {

  @Autowired
  private AbstractApplicationContext application;

  @Test
  void whatWasAgreedEndsBeforeThePausesForItAndThenTheWorkThatNobodyNeedsToDo() {
    assertThat(listenersTo(CaseEnded.class)).containsExactly("promise.PromiseReview", "hardship.Reliefs",
        "plan.PlanReview", "offer.OfferReview", "hold.HoldEnd", "approval.Withdrawals",
        "contact.treatment.DebtorSearch");
  }

  @Test
  void plannedContactsAreCancelledBeforeCourtsAndPartnersAreTold() {
    assertThat(listenersTo(CaseLeftStage.class)).containsExactly("contact.treatment.Treatments", "legal.SuitChanges",
        "outsourcing.NearByOffers", "outsourcing.PlacementChanges", "outsourcing.PartnerWork",
        "outsourcing.change.MarkedChanges");
  }

  private List<String> listenersTo(Class<?> event) {
    ResolvableType published = ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, event);
    return application.getApplicationListeners().stream()
        .filter(ApplicationListenerMethodAdapter.class::isInstance).map(ApplicationListenerMethodAdapter.class::cast)
        .filter(listener -> listener.supportsEventType(published)).sorted(AnnotationAwareOrderComparator.INSTANCE)
        .map(listener -> listener.getListenerId().replaceFirst("^io\\.remit\\.(.*)\\.\\w+\\(.*$", "$1")).toList();
  }
}
