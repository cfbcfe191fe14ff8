package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an edit of a decision table. */
class TableDifferencesTest {

  private static final String AGING = "stage-by-aging.dmn";
  private static final String TREATMENT = "next-treatment.dmn";
  private static final String TELEPHONE_ROW = "(?s)\\s*<rule id=\"rule_telephone\">.*?</rule>";

  @Test
  void aCellIsToldWithItsRow() {
    assertThat(Edited.saidOf(AGING, "&gt;= 30<", "&gt;= 20<")).containsExactly("Row 4 'Called by a collector' "
        + "(rule_telephone), which answers Stage: TELEPHONE: Days past due: >= 30 → >= 20");
  }

  @Test
  void aCellIsToldWithTheConditionsOfItsRow() {
    assertThat(Edited.saidOf(TREATMENT, "(id=\"telephone_text_waitDays\">\\s*<text>)\\d+", "$19"))
        .containsExactly("Row 32 'A text, if nothing else reaches the debtor' (rule_telephone_text), where Stage is "
            + "TELEPHONE and Treatments so far in this stage <= 11 and Can be sent a text message: yes: "
            + "Days before the next: 14 → 9");
  }

  @Test
  void cellsOfOneRowAreOneSentence() {
    ModelFolder edited = Edited.with(Edited.SHIPPED, AGING, text -> text.replace("&gt;= 90", "&gt;= 60")
        .replaceAll("(id=\"visit_stage\">\\s*<text>)\"VISIT\"", "$1\"TELEPHONE\""));

    assertThat(Edited.said(edited)).containsExactly("Row 3 'Visited, where a visit makes sense' (rule_visit), "
        + "which answers Does the stage work yet?: true: Days past due: >= 90 → >= 60; Stage: VISIT → TELEPHONE");
  }

  @Test
  void aRowThatIsGoneOrNewIsToldWhole() {
    ModelFolder without = Edited.with(AGING, TELEPHONE_ROW, "");

    assertThat(Edited.said(without)).containsExactly("Gone: row 4 'Called by a collector' (rule_telephone), "
        + "where Days past due >= 30: Stage: TELEPHONE; Does the stage work yet?: true");
    assertThat(Edited.said(without, Edited.SHIPPED, Language.ENGLISH)).containsExactly(
        "New row 4 'Called by a collector' (rule_telephone), where Days past due >= 30: Stage: TELEPHONE; "
            + "Does the stage work yet?: true");
  }

  @Test
  void aRowThatStandsElsewhereIsToldWhereTheOrderCounts() {
    assertThat(Edited.said(withRowsTurned("FIRST"))).containsExactly(
        "Row 2 'Reviewed for court from half a year on' (rule_legal), where Days past due >= 180 is now row 3");
    assertThat(Edited.said(Edited.with(AGING, "FIRST", "UNIQUE"), withRowsTurned("UNIQUE"), Language.ENGLISH))
        .containsExactly("1 row was moved, which means nothing under this hit policy");
  }

  private static ModelFolder withRowsTurned(String hitPolicy) {
    return Edited.with(Edited.SHIPPED, AGING, text -> text.replace("FIRST", hitPolicy).replaceAll(
        "(?s)(\\s*<rule id=\"rule_legal\">.*?</rule>)(\\s*<rule id=\"rule_visit\">.*?</rule>)", "$2$1"));
  }

  @Test
  void rowsWithOtherIdsAreFoundByWhatTheySay() {
    ModelFolder edited = Edited.with(Edited.SHIPPED, AGING,
        text -> text.replace("id=\"rule_", "id=\"DecisionRule_").replace("&gt;= 30", "&gt;= 20"));

    assertThat(Edited.said(edited)).containsExactly("Row 4 'Called by a collector' (DecisionRule_telephone), which "
        + "answers Stage: TELEPHONE: Days past due: >= 30 → >= 20", "7 rows have other ids");
  }

  @Test
  void columnsAreTold() {
    assertThat(Edited.saidOf(AGING, "label=\"Days past due\"", "label=\"Age\""))
        .containsExactly("The column 'Days past due' is now called 'Age'");
    assertThat(Edited.saidOf(AGING, "typeRef=\"integer\"", "typeRef=\"long\""))
        .containsExactly("The column 'Days past due': kind of value: integer → long");
    assertThat(Edited.saidOf(AGING, ",\"OUTSOURCING\"", ""))
        .singleElement().asString().startsWith("The column 'Stage': values that may be chosen:");
    ModelFolder without = Edited.with(Edited.SHIPPED, AGING, text -> text
        .replaceAll("<output id=\"output_contact\"[^>]*>", "")
        .replaceAll("(?s)<outputEntry id=\"\\w+_contact\">.*?</outputEntry>", ""));
    assertThat(Edited.said(without)).containsExactly("Gone: the column 'Does the stage work yet?'");
    assertThat(Edited.said(without, Edited.SHIPPED, Language.ENGLISH)).first().asString()
        .startsWith("New column 'Does the stage work yet?': kind of value: boolean");
  }

  @Test
  void theTableItselfIsTold() {
    assertThat(Edited.saidOf(AGING, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\" aggregation=\"MAX\""))
        .containsExactly("The decision 'Stage by aging' (stage-by-aging): hit policy: FIRST → COLLECT; "
            + "aggregation: nothing → MAX");
    assertThat(Edited.saidOf(AGING, "versionTag=\"1.0.0\"", "versionTag=\"1.0.1\""))
        .containsExactly("The decision 'Stage by aging' (stage-by-aging): version: 1.0.0 → 1.0.1");
    assertThat(Edited.saidOf(AGING, "Called by a collector", "Called"))
        .containsExactly("Row 4 (rule_telephone), where Days past due >= 30: note: Called by a collector → Called");
  }

  @Test
  void cellsAreSaidInWords() {
    CellWords words = new CellWords(Phrases.of(Language.ENGLISH));

    assertThat(words.condition("Stage", "\"VISIT\",\"LEGAL\"")).isEqualTo("Stage is VISIT or LEGAL");
    assertThat(words.condition("Channel", "not(\"LETTER\",\"VISIT\")")).isEqualTo("Channel is not LETTER or VISIT");
    assertThat(words.condition("Can be called", "false")).isEqualTo("Can be called: no");
    assertThat(words.condition("Calls", "1,5")).isEqualTo("Calls is 1 or 5");
    assertThat(words.condition("Share", "]0..50[")).isEqualTo("Share is above 0 and below 50");
    assertThat(words.condition("Where the debtor is", "\"CN\"")).isEqualTo("'Where the debtor is' is CN");
    assertThat(words.condition("City", "starts with(city, \"A\")")).isEqualTo("City starts with(city, \"A\")");
    assertThat(words.value("\"PAYMENT,DEMAND\"", false)).isEqualTo("PAYMENT,DEMAND");
    assertThat(List.of(words.value("", true), words.value("", false))).containsExactly("anything", "nothing");
  }
}
