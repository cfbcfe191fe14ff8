package io.remit.process.engine;

import camundajar.impl.com.google.gson.JsonObject;
import io.remit.batch.BatchWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.batch.AbstractBatchConfigurationObjectConverter;
import org.camunda.bpm.engine.impl.batch.AbstractBatchJobHandler;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchJobContext;
import org.camunda.bpm.engine.impl.batch.BatchJobDeclaration;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.JsonUtil;

/**
 * Remit's own kind of batch in the engine: each of its jobs works some cases. The engine knows the number of Remit's
 * batch and the numbers of the cases, and nothing else about them. A job of which a case failed fails too, so that the
 * engine tries it again, and shows it in Cockpit when its retries are used up; the cases that are done stay done.
 */
class CaseBatchHandler extends AbstractBatchJobHandler<CaseBatchHandler.Cases> {

  static final String TYPE = "case-batch";

  private static final BatchJobDeclaration DECLARATION = new BatchJobDeclaration(TYPE);
  private static final int CASES_PER_JOB = 50;

  private final Supplier<BatchWork> work;

  /** @param work asked for when a job runs, since the engine starts before it is there */
  CaseBatchHandler(Supplier<BatchWork> work) {
    this.work = work;
  }

  /** Cases of one of Remit's batches. */
  static final class Cases extends BatchConfiguration {

    private final long number;

    Cases(long number, List<String> caseNumbers) {
      super(caseNumbers);
      this.number = number;
    }

    /** The number of Remit's batch. */
    long number() {
      return number;
    }
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public JobDeclaration<BatchJobContext, MessageEntity> getJobDeclaration() {
    return DECLARATION;
  }

  @Override
  public int calculateInvocationsPerBatchJob(String batchType, Cases cases) {
    return CASES_PER_JOB;
  }

  @Override
  protected Cases createJobConfiguration(Cases all, List<String> some) {
    return new Cases(all.number(), new ArrayList<>(some));
  }

  /** The engine takes the only number of a job for that of a process. */
  @Override
  protected void postProcessJob(Cases all, JobEntity job, Cases some) {
    job.setProcessInstanceId(null);
  }

  @Override
  protected void executeHandler(Cases cases, ExecutionEntity execution, CommandContext context, String tenantId) {
    long failed = work.get().work(cases.number(), cases.getIds());
    if (failed > 0) {
      throw new IllegalStateException(failed + " cases of batch " + cases.number() + " failed");
    }
  }

  @Override
  protected AbstractBatchConfigurationObjectConverter<Cases> getJsonConverterInstance() {
    return Stored.FORM;
  }

  /** How the engine stores them. */
  private static final class Stored extends AbstractBatchConfigurationObjectConverter<Cases> {

    static final Stored FORM = new Stored();

    private static final String NUMBER = "number";
    private static final String CASES = "cases";

    @Override
    public JsonObject writeConfiguration(Cases cases) {
      JsonObject json = JsonUtil.createObject();
      JsonUtil.addField(json, NUMBER, cases.number());
      JsonUtil.addListField(json, CASES, cases.getIds());
      return json;
    }

    @Override
    public Cases readConfiguration(JsonObject json) {
      return new Cases(JsonUtil.getLong(json, NUMBER),
          new ArrayList<>(JsonUtil.asStringList(JsonUtil.getArray(json, CASES))));
    }
  }
}
