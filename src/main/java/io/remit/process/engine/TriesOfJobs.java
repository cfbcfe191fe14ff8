package io.remit.process.engine;

import io.remit.sql.DatabaseAway;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/** A job that failed has used up one of its tries, but not if it failed because the database was away. */
final class TriesOfJobs implements FailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    return new DefaultJobRetryCmd(jobId, failure) {
      @Override
      protected boolean shouldDecrementRetriesFor(Throwable cause) {
        return super.shouldDecrementRetriesFor(cause) && !DatabaseAway.caused(cause);
      }
    };
  }
}
