package io.remit.cases;

import java.util.Optional;
import java.util.function.Supplier;

/** No processes run, so there is nothing to tell them. */
public class NoProcess implements CaseProcess {

  @Override
  public String start(String caseNumber) {
    return "process of " + caseNumber;
  }

  @Override
  public boolean canStart() {
    return true;
  }

  @Override
  public Optional<FollowUp.Why> barTo(String caseNumber) {
    return Optional.empty();
  }

  @Override
  public boolean isOnHold(String caseNumber) {
    return true;
  }

  @Override
  public void changed(String caseNumber, CaseChange change) {
  }

  @Override
  public void redate(String caseNumber) {
  }

  @Override
  public void refreshCards(String caseNumber) {
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return work.get();
  }
}
