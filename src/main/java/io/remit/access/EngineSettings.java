package io.remit.access;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The engine's settings that decide who may do what, and that no configuration file should loosen. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setAuthorizationEnabled(true);
    engine.setResourceAuthorizationProvider(new TaskGrants());
    // nothing that staff can type is evaluated as an expression; stored filters are Remit's own (see FilterTable)
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(true);
  }
}
