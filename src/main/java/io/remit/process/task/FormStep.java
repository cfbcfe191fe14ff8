package io.remit.process.task;

import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * What is done with a task's form when it is sent.
 *
 * @param <F> what is read of the form: a record whose components are named as the form's fields
 */
@FunctionalInterface
public interface FormStep<F extends Record> extends TaskListener {
}
