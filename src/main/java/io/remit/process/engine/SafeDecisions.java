package io.remit.process.engine;

import io.remit.model.ModelCheck;
import io.remit.model.XmlModel;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Document;

/** Refuses a decision by what the engine itself has read of it, before it is kept or asked. */
class SafeDecisions implements DmnTransformListener {

  private final ModelCheck check;

  SafeDecisions(ModelCheck check) {
    this.check = check;
  }

  @Override
  public void transformDecision(Decision decision, DmnDecision read) {
    refuse(decision.getModelInstance(), decision.getId());
  }

  @Override
  public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph read) {
    refuse(definitions.getModelInstance(), definitions.getId());
  }

  private void refuse(ModelInstance model, String name) {
    Document document = (Document) model.getDocument().getDomSource().getNode();
    ModelAge.NEW.refusal(check.safetyOfDecision(name, XmlModel.of(document.getDocumentElement())))
        .ifPresent(reason -> {
          throw new NotValidException(reason);
        });
  }

  @Override
  public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl read) {
    // The whole decision is looked at.
  }

  @Override
  public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl read) {
    // The whole decision is looked at.
  }

  @Override
  public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl read) {
    // The whole decision is looked at.
  }
}
