package io.remit.process.task;

import io.remit.cases.MatterKey;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Reads the forms of tasks, as they are sent, and hands them on. */
@Component
public class Forms {

  private final CurrentUser user;

  Forms(CurrentUser user) {
    this.user = user;
  }

  /** What is done with a form. */
  @FunctionalInterface
  public interface Taking<K, F> {

    /**
     * Takes what was sent.
     *
     * @param about what it is about
     * @param by user id of who sent it
     */
    void take(K about, F form, String by);
  }

  /** Hands on what a form said of a matter. */
  public <F extends Record> FormStep<F> ofMatter(Class<F> form, Taking<MatterKey, F> taking) {
    return ofTask(form, (task, sent, by) -> taking.take(CaseModel.matterOf(task.getExecution()), sent, by));
  }

  /** Hands on what a form said of a case, by its number. */
  public <F extends Record> FormStep<F> ofCase(Class<F> form, Taking<String, F> taking) {
    return ofTask(form, (task, sent, by) -> taking.take(CaseModel.caseOf(task.getExecution()), sent, by));
  }

  /** Hands on what a form said of anything else, by its key. */
  public <F extends Record> FormStep<F> ofKey(Class<F> form, Taking<String, F> taking) {
    return ofTask(form, (task, sent, by) -> taking.take(task.getExecution().getProcessBusinessKey(), sent, by));
  }

  /** Hands on what a form said, with its task. */
  public <F extends Record> FormStep<F> ofTask(Class<F> form, Taking<DelegateTask, F> taking) {
    return task -> {
      String by = user.id();
      taking.take(task, SubmittedForm.takenFrom(task, by).as(form), by);
    };
  }
}
