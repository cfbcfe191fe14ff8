package io.remit.model;

/**
 * What every model must keep to: whoever asks, and whenever. {@code docs/modelling-style.md} tells process owners why.
 * The Chinese of it is in {@code rules.zh.csv}.
 */
public enum ModelRule {

  FILE_IS_EXPECTED("a file has a name and a size that are known here, and lies in the folder itself",
      "Rename it like the shipped files, or keep it in another folder."),
  FILE_IS_PLAIN_TEXT("a file is UTF-8 without a byte order mark, and XML has no DOCTYPE and no instructions in it",
      "Open the file in Camunda Modeler and save it again, or take the last version that was good."),
  MODEL_CAN_BE_READ("a process is BPMN 2.0, a decision is one DMN table, a form is a form of form-js",
      "Open the file in Camunda Modeler: what it cannot show was written by something else. Take the last version that"
          + " was good, and make the change there."),
  ID_IS_MEANINGFUL("an id is lower-case words joined by _, not generated and without numbers",
      "Select the element in Modeler, and write an id that tells what it is, such as task_call_debtor."),
  FILE_IS_NAMED_LIKE_ITS_MODEL("a file holds one model and is named like it",
      "Give the model the id that its file is named after, or the file the name of the model."),
  HISTORY_IS_KEPT_FOR_DAYS("historyTimeToLive is a number of whole days such as P1825D",
      "Set the time to live of the history to P and whole days and D; the shipped models have P1825D."),
  VERSION_IS_SEMANTIC("the version tag is three numbers such as 1.2.0",
      "Set the version tag to three numbers with dots, and raise one of them with each change."),
  MADE_FOR_CAMUNDA_7("the execution platform is Camunda Platform 7",
      "Make the model as one for Camunda 7: copy a shipped one and change it."),
  EVERYTHING_IS_DRAWN("every element has its shape or line in the picture",
      "Delete what is not in the picture, or draw it in Modeler."),
  DRAWING_IS_READABLE("ends are named, gateways ask, names fit and nothing lies on them, lines cross no shapes",
      "Move the shape, the line or the name in Modeler, or choose a shorter name."),
  COLOUR_TELLS_WHO("a shape has the colour of who works there",
      "Choose the colour of the guide to modelling for this group, or none for events and gateways."),

  NOTHING_RUNS_FROM_THE_MODEL("no scripts, classes, connectors, external tasks or embedded pages",
      "Remove it. A model uses what Remit offers, such as ${sendMessage}; what is missing a developer adds."),
  ONLY_KNOWN_PARTS("a model has only the elements and attributes that Remit's models need",
      "Remove it, or draw it with what the shipped models use. A developer can allow more."),
  VALUE_IS_PLAIN("an attribute or a text holds what belongs there, and nothing that could be evaluated",
      "Write a value as the shipped models have at this place."),
  EXPRESSION_IS_KNOWN("an expression is one of the few forms that Remit knows",
      "Copy the expression from a shipped model that does the same, and change only the word in it."),
  BEAN_IS_ALLOWED("a model names only beans that are declared for models",
      "Look for a slip of the pen in the name; the shipped models show which names there are."),
  BEAN_FITS_ITS_PLACE("a bean exists and can do what its place in the model asks for",
      "Choose the name that a step of this kind has in the shipped models."),
  REFERENCE_EXISTS("what a model refers to exists",
      "Correct the name of the process, decision or form, or add the file that is missing."),
  MODEL_IS_USED("every called process, decision and form is used",
      "Draw the step that uses it, or take the file out of the folder."),
  LEAVING_IS_ASYNCHRONOUS("a service task that sends or writes is asyncBefore and has a retry cycle",
      "Set \"asynchronous before\" and a retry cycle such as R5/PT10M at this step."),
  PARAMETER_IS_UNDERSTOOD("an input parameter has a value that its bean understands",
      "Give the step the input of this name, with a value as in the shipped models."),
  CODE_NAMES_EXISTING_ELEMENTS("the ids, messages and errors that the code names are in the models",
      "Give the element its old id again: Remit finds it by this id. If it must go, a developer changes the code"
          + " first."),
  RELEASED_IDS_STAY("where cases of a released model may wait, an element with the same id is still there",
      "Give the element its old id again, or write into <process>.migration.json from which versions cases come and"
          + " where they go, or raise the first number of the version tag, so that open cases stay in the old"
          + " drawing."),
  CALL_PASSES_THE_CASE("a called process is given the case number and no variables, and gives none back",
      "Map the business key and nothing else, as the other call activities do."),
  DECISION_TASK_IS_WIRED("a decision task is given its facts, and its answer is taken",
      "Copy a decision task of a shipped model that asks the same decision, with its listeners."),
  WORK_BELONGS_TO_A_GROUP("user tasks are given to the group that is granted their process",
      "Set the candidate group to the one of this process: others would never see the task. Work of another group is a"
          + " process of its own."),
  TASK_IS_PREPARED_AND_RECORDED("a user task has a form, one prepare... on create and one record... on complete",
      "Give the task its form, bound to the latest, and its two task listeners, as the shipped tasks have."),

  EVERY_PATH_ENDS("from each element a way leads on to an end or to a place that is waited at and left",
      "Draw the flow that is missing, or the end event at which this way ends; delete what no way leads to."),
  LOOP_WAITS("a loop comes past something that waits: a timer, a task, a message or a call",
      "Put a timer or a task into the loop: without one a case would run in it for ever, in one moment."),
  TIMER_ASKS_AGING("a timer is one date from ${aging...}: no durations, no cycles",
      "Choose the type \"date\", with an expression such as ${aging.inDays(execution, 7)}."),
  TIMER_STARTS_NOTHING("no start event is a timer",
      "Use a start event without a type, and a timer behind it."),
  TIMERS_DO_NOT_RACE("no two timers wait for the same case at one place with the same date, or decide who is first",
      "Keep one of the two timers. If both are meant, they need different dates, one after the other."),
  STAGES_MATCH_THE_CODE("the stage sub-processes are those of Stage",
      "Give the sub-process of the stage its old id again; a new stage is added by a developer first."),
  STAGE_IS_REPORTED("a stage tells that it is entered and left",
      "Give the stage its two execution listeners, ${stageEntered} on start and ${stageLeft} on end."),
  STAGE_LEADS_TO_THE_NEXT("a stage has one interrupting timer, to the next stage; the last has none",
      "Put one interrupting timer on the edge of the stage, with the date of the next stage, and lead it there."),
  ONE_MESSAGE_INTERRUPTS("the scope of the stages is interrupted by the one message case-changed",
      "Let the one interrupting message \"case changed\" stand on the edge of \"In collection\", and no other."),
  ENDS_MATCH_THE_CODE("the end events are end_ and a reason of CloseReason, all of them, and report themselves",
      "Give the end its old id again, or draw it anew with the listener ${caseClosed} on start."),
  GATEWAY_ANSWERS_EVERYTHING("a gateway has a way for every value, the default for one of them",
      "Draw a way for each value with its condition, and make the way for the last value the default flow."),

  CELL_IS_SIMPLE("a decision's cell compares, lists or names values, with a few known functions",
      "Write a comparison, a range, a list or a value in quotes; split what is more into two rows."),
  DECISION_READS_NO_CLOCK("a decision asks for no today() or now()",
      "Compare a number of days that the decision is given, such as daysPastDue."),
  DECISION_FITS_THE_CODE("a decision's inputs, outputs and hit policy are those that the code works with",
      "Keep the columns, their names and the hit policy as they were; a developer adds what a decision may ask for."),
  AMOUNT_HAS_A_CURRENCY("a decision compares an amount in the reference currency, or beside its currency",
      "End the label of the column with \", in the reference currency\", or add the column currency."),
  DECISION_ANSWERS_EVERYTHING("a decision answers whatever it may be asked, unless no answer means something too",
      "Add a row for the example, or widen the condition of one that is there; a last row without conditions answers"
          + " the rest."),
  DECISION_DOES_NOT_CONTRADICT("no row of a decision contradicts another, repeats it, or can never be reached",
      "Change one of the rows, move the narrower one above the wider one, or take out the row that is for nothing."),
  AGING_IS_A_LADDER("stage-by-aging answers every age, older never earlier, and reaches all stages",
      "Put the rows in order from the oldest age to the youngest, each age once, with a last row for all others."),
  TREATMENT_IS_ALWAYS_ANSWERED("next-treatment ends each stage with a row that waits, whatever else holds",
      "Give the stage a last row with the treatment WAIT in which all other columns are empty."),
  TREATMENT_IS_DRAWN("next-treatment uses only what the stage's gateway offers",
      "Choose a treatment that the drawing of this stage has a way for, or draw the way first."),
  TEXT_IS_ONLY_TEXT("a text or a translation has only known places, no expressions and no markup",
      "Write plain text; in braces only the places that the page on message texts lists."),
  PLACE_IS_FILLED("a text has only places that Remit can fill in for a text of its kind, and the shape of its kind",
      "Take the place out, or use one that a text of this kind may have; keep the subject line where there was one."),
  MESSAGE_HAS_ITS_TEXT("a message has a channel and a text of that kind, approved in English and Chinese",
      "Choose an approved text for this channel; a new version needs its row in messages/register.csv, with the hash of"
          + " the file, in English and in Chinese."),

  FORM_IS_PLAIN("a form holds only kinds of fields that Tasklist shows and Remit reads, and plain text",
      "Use texts, tables, choices and text fields as the shipped forms do."),
  FORM_CAN_BE_SHOWN("a form can be shown and sent by the Tasklist of Camunda 7.24",
      "Give each field one key and each choice its values, once each; write a pattern that can be kept to."),
  FORM_SHOWS_WHAT_EXISTS("what a form shows is in CaseView, PaymentView or DifferenceView",
      "Correct the name behind the dot; a developer adds what is missing there."),
  FORM_FIELDS_ARE_READ("a form's fields are those that its task's listener reads",
      "Give the field its old key again; a developer adds a field that is to be kept."),
  FORM_OUTCOMES_ARE_ACCEPTED("a form offers exactly the outcomes that the code accepts",
      "Offer exactly these outcomes, by their values; their labels are free. A developer adds an outcome."),
  FORM_CONDITION_IS_KNOWN(
      "a field is hidden by an outcome that the form offers, while none is chosen, or a list while it is empty",
      "Hide the field by =outcome != \"...\" with a value that the form offers."),
  FORM_IS_TRANSLATED("each text of a form has its Chinese",
      "Add a row with the English text as the form has it, and its Chinese, to words/forms.zh.csv.");

  private final String sentence;
  private final String remedy;

  ModelRule(String sentence, String remedy) {
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /** The rule in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** What to do where it is broken. */
  public String remedy() {
    return remedy;
  }
}
