package io.remit.process.engine;

import io.remit.model.ModelExpression;
import io.remit.model.ModelVocabulary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/**
 * All that the engine can read of an expression. It stands in place of the engine's expression language, which reaches
 * every bean and every class: a model's expression is one of the forms of {@link ModelExpression}, with what
 * the {@link ModelVocabulary} has; a query's is one of {@link QueryExpression}, which the task lists use. Anything else
 * is refused when it is read, before any of it is evaluated, wherever it came from.
 *
 * <p>A text without an expression in it stands for itself.
 */
final class KnownExpressions implements ExpressionManager {

  private final ApplicationContext context;
  private final ModelVocabulary vocabulary;

  /** @param vocabulary the beans and variables that models may name, and what they may ask of them */
  KnownExpressions(ApplicationContext context, ModelVocabulary vocabulary) {
    this.context = context;
    this.vocabulary = vocabulary;
  }

  /** @throws ProcessEngineException if the expression is none that Remit knows; its text is not repeated */
  @Override
  public Expression createExpression(String text) {
    if (text == null || !ModelExpression.isIn(text)) {
      return new Known(text, true, scope -> text);
    }
    return new Known(text, false, QueryExpression.of(text).<Reading>map(query -> scope -> ask(query, scope))
        .orElseGet(() -> reading(text)));
  }

  /** The engine offers functions of its own; those that Remit uses are in {@link QueryExpression}. */
  @Override
  public void addFunction(String name, Method function) {
    // no expression can call it
  }

  private Reading reading(String text) {
    ModelExpression expression = ModelExpression.of(text);
    if (expression instanceof ModelExpression.Unknown) {
      throw refused();
    }
    // an old model may name what is gone: it can be read, and what it does besides goes on
    return isAllowed(text) ? reading(expression) : scope -> {
      throw refused();
    };
  }

  /** Whether it may stand at some place of a model; the check of models says at which. */
  private boolean isAllowed(String text) {
    return Arrays.stream(ModelVocabulary.Place.values()).anyMatch(place -> vocabulary.refusal(place, text).isEmpty());
  }

  private Reading reading(ModelExpression expression) {
    if (expression instanceof ModelExpression.Bean bean) {
      return scope -> {
        mustBeInModel(scope);
        return context.getBean(bean.name());
      };
    }
    if (expression instanceof ModelExpression.Call call) {
      return scope -> call(call, scope);
    }
    if (expression instanceof ModelExpression.Comparison comparison) {
      return scope -> comparison.value().equals(variable(comparison.variable(), scope));
    }
    if (expression instanceof ModelExpression.BusinessKey) {
      return scope -> executionOf(scope).getProcessBusinessKey();
    }
    if (expression instanceof ModelExpression.DecisionOutput output) {
      return scope -> ((DmnDecisionResult) variable("decisionResult", scope)).getSingleResult().get(output.name());
    }
    throw refused();
  }

  private Object ask(QueryExpression query, VariableScope scope) {
    if (scope != null) {
      throw new ProcessEngineException("This expression is one of task lists; no model may use it");
    }
    return query.valueIn(context);
  }

  private Object call(ModelExpression.Call call, VariableScope scope) {
    DelegateExecution execution = executionOf(scope);
    Object bean = context.getBean(call.bean());
    Object[] arguments = call.arguments().stream().map(argument -> argument(argument, execution)).toArray();
    try {
      return method(bean, call.method(), arguments).invoke(bean, arguments);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new ProcessEngineException("The call of " + call.bean() + "." + call.method() + " failed",
          failed.getCause());
    } catch (IllegalAccessException failed) {
      throw new ProcessEngineException("The bean " + call.bean() + " has no method " + call.method(), failed);
    }
  }

  private static Method method(Object bean, String name, Object[] arguments) {
    return Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getName().equals(name)
            && takes(method.getParameterTypes(), arguments))
        .findFirst().orElseThrow(() -> new ProcessEngineException("A model calls a method that is not there: " + name));
  }

  private static boolean takes(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!(types[i] == long.class ? arguments[i] instanceof Long : types[i].isInstance(arguments[i]))) {
        return false;
      }
    }
    return true;
  }

  private static Object argument(String written, DelegateExecution execution) {
    if (written.equals("execution")) {
      return execution;
    }
    return written.startsWith("'") ? written.substring(1, written.length() - 1) : (Object) Long.valueOf(written);
  }

  private static Object variable(String name, VariableScope scope) {
    mustBeInModel(scope);
    if (!scope.hasVariable(name)) {
      throw new ProcessEngineException("A model asks for the variable " + name + ", which is not there");
    }
    return scope.getVariable(name);
  }

  private static DelegateExecution executionOf(VariableScope scope) {
    if (scope instanceof DelegateExecution execution) {
      return execution;
    }
    if (scope instanceof DelegateTask task) {
      return task.getExecution();
    }
    throw new ProcessEngineException("This expression is one of models; it means nothing here");
  }

  private static void mustBeInModel(VariableScope scope) {
    if (scope == null) {
      throw new ProcessEngineException("This expression is one of models; it means nothing here");
    }
  }

  private static ProcessEngineException refused() {
    return new ProcessEngineException("An expression that is none of those that models and task lists may use");
  }

  /** How the value of an expression is found. */
  private interface Reading {

    Object in(VariableScope scope);
  }

  private record Known(String text, boolean literal, Reading reading) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      return getValue(scope, null);
    }

    /** As the engine evaluates what is not its own: a decision or a bean is not asked with the rights of the caller. */
    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
      if (literal) {
        return text;
      }
      Evaluation evaluation = new Evaluation(reading, scope, execution);
      try {
        Context.getProcessEngineConfiguration().getDelegateInterceptor().handleInvocation(evaluation);
      } catch (RuntimeException failed) {
        throw failed;
      } catch (Exception failed) {
        throw new ProcessEngineException("An expression of a model failed", failed);
      }
      return evaluation.getInvocationResult();
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      throw refused();
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
      throw refused();
    }

    @Override
    public String getExpressionText() {
      return text;
    }

    @Override
    public boolean isLiteralText() {
      return literal;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class Evaluation extends DelegateInvocation {

    private final Reading reading;
    private final VariableScope scope;

    Evaluation(Reading reading, VariableScope scope, BaseDelegateExecution execution) {
      super(execution, null);
      this.reading = reading;
      this.scope = scope;
    }

    @Override
    protected void invoke() {
      invocationResult = reading.in(scope);
    }
  }
}
