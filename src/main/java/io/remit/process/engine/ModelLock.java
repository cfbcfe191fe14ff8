package io.remit.process.engine;

import io.remit.model.ModelCheck;
import io.remit.process.contract.ModelLanguage;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.stereotype.Component;

/**
 * The second lock before models: whatever way one comes to the engine, the engine refuses it unless it keeps the rules
 * of safety that {@link CheckedModels} asks at each start.
 */
@Component
class ModelLock extends AbstractProcessEnginePlugin {

  private final ModelCheck check = new ModelCheck(ModelLanguage.VOCABULARY);

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<Deployer> deployers = new ArrayList<>(List.of(new SafeDeployments(check)));
    if (engine.getCustomPreDeployers() != null) {
      deployers.addAll(engine.getCustomPreDeployers());
    }
    engine.setCustomPreDeployers(deployers);
    engine.setBpmnParseFactory(parser -> new SafeParse(parser, check));
    engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new NobodyDeploys())));
  }

  /** The engine has its decision engine only now, whichever plugin brought it along. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    List<DmnTransformListener> listeners = engine.getDmnEngineConfiguration().getTransformer().getTransformListeners();
    listeners.add(new SafeDecisions(check));
  }
}
