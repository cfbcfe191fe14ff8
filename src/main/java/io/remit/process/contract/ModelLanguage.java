package io.remit.process.contract;

import io.remit.contact.text.Placeholder;
import io.remit.model.ModelVocabulary;
import io.remit.process.CaseModel;
import io.remit.process.decision.Tables;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What models may say to Remit. */
public final class ModelLanguage {

  /** The beans that are asked for a value, and what each may be asked. */
  public static final Map<String, Set<String>> METHODS = ModelBeans.methods();

  public static final ModelVocabulary VOCABULARY = new ModelVocabulary(ModelBeans.names(), METHODS,
      Set.of(CaseModel.STAGE, CaseModel.CHANGE, CaseModel.TREATMENT, CaseModel.RESULT, CaseModel.OUTCOME),
      Set.of(CaseModel.STAGE),
      Arrays.stream(Placeholder.values()).map(Placeholder::key).collect(Collectors.toUnmodifiableSet()),
      Tables.SILENT);

  private ModelLanguage() {
  }
}
