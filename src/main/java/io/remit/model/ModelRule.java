package io.remit.model;

/**
 * What every model must keep to. {@code docs/modelling-style.md} tells process owners why. Some rules are checked at
 * each start and again by the engine, some at each start, and some, which look into the code, by the build alone.
 */
public enum ModelRule {

  FILE_IS_EXPECTED("a file has a name and a size that are known here, and lies in the folder itself"),
  FILE_IS_PLAIN_TEXT("a file is UTF-8 without a byte order mark, and XML has no DOCTYPE and no instructions in it"),
  ID_IS_MEANINGFUL("an id is lower-case words joined by _, not generated and without numbers"),
  FILE_IS_NAMED_LIKE_ITS_MODEL("a file holds one model and is named like it"),
  HISTORY_IS_KEPT_FOR_DAYS("historyTimeToLive is a number of whole days such as P1825D"),
  VERSION_IS_SEMANTIC("the version tag is three numbers such as 1.2.0"),
  MADE_FOR_CAMUNDA_7("the execution platform is Camunda Platform 7"),
  EVERYTHING_IS_DRAWN("every element has its shape or line in the picture"),
  DRAWING_IS_READABLE("ends are named, gateways ask, names fit and nothing lies on them, lines cross no shapes"),
  COLOUR_TELLS_WHO("a shape has the colour of who works there"),

  NOTHING_RUNS_FROM_THE_MODEL("no scripts, classes, connectors, external tasks or embedded pages"),
  ONLY_KNOWN_PARTS("a model has only the elements and attributes that Remit's models need"),
  VALUE_IS_PLAIN("an attribute or a text holds what belongs there, and nothing that could be evaluated"),
  EXPRESSION_IS_KNOWN("an expression is one of the few forms that Remit knows"),
  BEAN_IS_ALLOWED("a model names only beans that are declared for models"),
  BEAN_FITS_ITS_PLACE("a bean exists and can do what its place in the model asks for"),
  BEAN_IS_USED("every bean for models is used by one"),
  REFERENCE_EXISTS("what a model refers to exists"),
  MODEL_IS_USED("every called process, decision and form is used"),
  LEAVING_IS_ASYNCHRONOUS("a service task that sends or writes is asyncBefore and has a retry cycle"),
  PARAMETER_IS_UNDERSTOOD("an input parameter has a value that its bean understands"),
  CODE_NAMES_EXISTING_ELEMENTS("the ids, messages and errors that the code names are in the models"),
  CALL_PASSES_THE_CASE("a called process is given the case number and no variables, and gives none back"),
  DECISION_TASK_IS_WIRED("a decision task is given its facts, and its answer is taken"),
  WORK_BELONGS_TO_A_GROUP("user tasks are given to the group that is granted their process"),
  TASK_IS_PREPARED_AND_RECORDED("a user task has a form, one prepare... on create and one record... on complete"),

  TIMER_ASKS_AGING("a timer is one date from ${aging...}: no durations, no cycles"),
  TIMER_STARTS_NOTHING("no start event is a timer"),
  STAGES_MATCH_THE_CODE("the stage sub-processes are those of Stage"),
  STAGE_IS_REPORTED("a stage tells that it is entered and left"),
  STAGE_LEADS_TO_THE_NEXT("a stage has one interrupting timer, to the next stage; the last has none"),
  ONE_MESSAGE_INTERRUPTS("the scope of the stages is interrupted by the one message case-changed"),
  ENDS_MATCH_THE_CODE("the end events are end_ and a reason of CloseReason, all of them, and report themselves"),
  GATEWAY_ANSWERS_EVERYTHING("a gateway has a way for every value, the default for one of them"),

  CELL_IS_SIMPLE("a decision's cell compares, lists or names values, with a few known functions"),
  DECISION_READS_NO_CLOCK("a decision asks for no today() or now()"),
  DECISION_FITS_THE_CODE("a decision's inputs, outputs and hit policy are those that the code works with"),
  AMOUNT_HAS_A_CURRENCY("a decision compares an amount in the reference currency, or beside its currency"),
  DECISION_ANSWERS_EVERYTHING("a decision answers whatever it may be asked, unless no answer means something too"),
  DECISION_DOES_NOT_CONTRADICT("no row of a decision contradicts another, repeats it, or can never be reached"),
  AGING_IS_A_LADDER("stage-by-aging answers every age, older never earlier, and reaches all stages"),
  TREATMENT_IS_ALWAYS_ANSWERED("next-treatment ends each stage with a row that waits, whatever else holds"),
  TREATMENT_IS_DRAWN("next-treatment uses only what the stage's gateway offers"),
  TEXT_IS_ONLY_TEXT("a text or a translation has only known places, no expressions and no markup"),
  MESSAGE_HAS_ITS_TEXT("a message has a channel and a text of that kind, approved in English and Chinese"),

  FORM_IS_PLAIN("a form holds only kinds of fields that Tasklist shows and Remit reads, and plain text"),
  FORM_SHOWS_WHAT_EXISTS("what a form shows is in CaseView, PaymentView or DifferenceView"),
  FORM_FIELDS_ARE_READ("a form's fields are those that its task's listener reads"),
  FORM_OUTCOMES_ARE_ACCEPTED("a form offers exactly the outcomes that the code accepts"),
  FORM_CONDITION_IS_KNOWN(
      "a field is hidden by an outcome that the form offers, while none is chosen, or a list while it is empty");

  private final String sentence;

  ModelRule(String sentence) {
    this.sentence = sentence;
  }

  /** The rule in one sentence. */
  public String sentence() {
    return sentence;
  }
}
