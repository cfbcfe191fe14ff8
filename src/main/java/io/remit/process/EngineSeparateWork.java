package io.remit.process;

import io.remit.cases.SeparateWork;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Separate work is a command of the engine: in a new transaction alone, the command around it would keep what it
 * changed until its own end.
 */
@Component
class EngineSeparateWork implements SeparateWork {

  private final ProcessEngineConfigurationImpl configuration;

  EngineSeparateWork(@Lazy ProcessEngineConfigurationImpl configuration) {
    this.configuration = configuration;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    return configuration.getCommandExecutorTxRequiresNew().execute(context -> work.get());
  }
}
