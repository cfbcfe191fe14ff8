package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.cases.Stage;
import io.remit.process.CaseModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plain table answers by itself is what the engine answers; what is not plain the engine is asked. */
class DecisionAnswersTest {

  private static final Models SHIPPED = EditedModels.SHIPPED;

  private static DecisionAnswers answersOf(Models models, String decision) {
    return new DecisionAnswers(decision, models.decision(decision).orElseThrow());
  }

  @Test
  void theLadderAnswersLikeTheEngineAtEachAge() {
    DecisionAnswers ladder = answersOf(SHIPPED, CaseModel.STAGE_DECISION);

    assertThat(IntStream.rangeClosed(-40, 460)).allSatisfy(age -> {
      Map<String, Object> facts = Map.of("daysPastDue", age);
      assertThat(ladder.to(facts)).as("at %d days", age).isEqualTo(ladder.answersOfEngine(facts)).hasSize(1);
    });
  }

  @Test
  void treatmentsAreAnsweredLikeTheEngineWhateverHolds() {
    DecisionAnswers treatments = answersOf(SHIPPED, CaseModel.TREATMENT_DECISION);
    List<String> inputs =
        DecisionTableModel.of(SHIPPED.decision(CaseModel.TREATMENT_DECISION).orElseThrow()).inputs();
    Random chance = new Random(18);

    for (int i = 0; i < 400; i++) {
      Map<String, Object> facts = new HashMap<>();
      inputs.forEach(input -> facts.put(input, chance.nextBoolean()));
      facts.put(CaseModel.STAGE, oneOf(chance, Stage.values()).name());
      facts.put("daysPastDue", chance.nextInt(-20, 500));
      facts.put("treatments", chance.nextInt(14));
      facts.put("overdueAmount", chance.nextInt(200) / 2.0);
      facts.put("lastOutcome", oneOf(chance, "NONE", "NOT_REACHED", "BUSY", "REFUSED"));
      facts.put("overdueReason", oneOf(chance, "NONE", "FORGOT", "UNEMPLOYED"));
      facts.put("lastMessage", oneOf(chance, "NONE", "SENT", "DELIVERED", "FAILED", "REVIEWED", "PLANNED"));
      assertThat(treatments.to(facts)).as("%s", facts).isEqualTo(treatments.answersOfEngine(facts)).hasSize(1);
    }
  }

  @SafeVarargs
  private static <T> T oneOf(Random chance, T... values) {
    return values[chance.nextInt(values.length)];
  }

  /** Each makes the ladder, or a question to it, something that only the engine can tell about. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "hitPolicy=\"FIRST\" | hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\" | hitPolicy=\"UNIQUE\"",
      "&gt;= 30 | modulo(?, 2) = 0", "&gt;= 30 | != 30", "&gt;= 30 | =30", "&gt;= 30 | 3O", "&gt;= 30 | not(&gt;= 30)",
      "\"TELEPHONE\" | TELEPHONE", "\"TELEPHONE\" | \"TELE\" + \"PHONE\"", ">true< | >maybe<", ">true< | >1<",
      "typeRef=\"integer\" | typeRef=\"string\"", "typeRef=\"integer\" | typeRef=\"date\"",
      "<text>daysPastDue</text> | <text>daysPastDue + 1</text>", "<text>daysPastDue</text> | <text>dayPastDue</text>"})
  void whatIsNotPlainIsAnsweredByTheEngine(String old, String now) {
    Models edited = EditedModels.with(SHIPPED, CaseModel.STAGE_DECISION + ".dmn",
        Pattern.quote(old), Matcher.quoteReplacement(now));
    DecisionAnswers answers = answersOf(edited, CaseModel.STAGE_DECISION);

    for (int age : new int[] {-400, 0, 29, 30, 31, 4000}) {
      Map<String, Object> facts = Map.of("daysPastDue", age);
      Throwable refused = catchThrowable(() -> answers.answersOfEngine(facts));
      if (refused == null) {
        assertThat(answers.to(facts)).isEqualTo(answers.answersOfEngine(facts));
      } else {
        assertThat(catchThrowable(() -> answers.to(facts))).hasMessage(refused.getMessage());
      }
    }
  }
}
