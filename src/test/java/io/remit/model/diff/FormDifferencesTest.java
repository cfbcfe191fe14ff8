package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an edit of a form. */
class FormDifferencesTest {

  private static final String CALL = "call-debtor.form";
  private static final String FORM = "a.form";
  private static final String FIELDS = """
      {"id": "a", "type": "default", "components": [
        {"type": "text", "id": "heading", "text": "### Title\\nFirst line\\nSecond line"},
        {"type": "radio", "id": "Field_1", "key": "outcome", "label": "Outcome", "values": [
          {"label": "Yes", "value": "YES"}, {"label": "No", "value": "NO"}], "validate": {"required": true}},
        {"type": "textarea", "id": "Field_2", "key": "note", "label": "Reason", "validate": {"maxLength": 200},
          "conditional": {"hide": "=outcome != \\"NO\\""}}
      ]}
      """;

  private static ModelFolder form(String text) {
    return Edited.and(FORM, text);
  }

  private static List<String> said(String before, String after) {
    String edited = FIELDS.replace(before, after);
    assertThat(edited).isNotEqualTo(FIELDS);
    return Edited.said(form(FIELDS), form(edited), Language.ENGLISH);
  }

  @Test
  void fieldsAreToldByTheirLabels() {
    assertThat(said("\"Reason\"", "\"Why\"")).containsExactly("The field for text 'Reason' (note) is now called 'Why'");
    assertThat(said("\"textarea\"", "\"textfield\""))
        .containsExactly("The field 'Reason' (note): kind: field for text → field");
    assertThat(said("\"key\": \"note\"", "\"key\": \"reason\""))
        .containsExactly("The field for text 'Reason' (reason): key: note → reason");
    assertThat(said("200", "2000"))
        .containsExactly("The field for text 'Reason' (note): at most so many characters: 200 → 2000");
    assertThat(said(", \"validate\": {\"required\": true}", ""))
        .containsExactly("The choice 'Outcome' (outcome): must be filled in: yes → nothing");
    assertThat(said("!= \\\"NO\\\"", "= null"))
        .containsExactly("The field for text 'Reason' (note): hidden if: outcome is not NO → outcome is nothing");
  }

  @Test
  void optionsAreTold() {
    assertThat(said("\"label\": \"No\"", "\"label\": \"Never\""))
        .containsExactly("The choice 'Outcome' (outcome): the choice 'No' (NO) is now called 'Never'");
    assertThat(said(", {\"label\": \"No\", \"value\": \"NO\"}", ""))
        .containsExactly("The choice 'Outcome' (outcome): the choice 'No' (NO) is gone");
    assertThat(said("\"NO\"}", "\"NO\"}, {\"label\": \"Later\", \"value\": \"LATER\"}"))
        .containsExactly("The choice 'Outcome' (outcome): new choice 'Later' (LATER)");
    assertThat(said("{\"label\": \"Yes\", \"value\": \"YES\"}, {\"label\": \"No\", \"value\": \"NO\"}",
        "{\"label\": \"No\", \"value\": \"NO\"}, {\"label\": \"Yes\", \"value\": \"YES\"}"))
        .containsExactly("The choice 'Outcome' (outcome): order of the choices: Yes, No → No, Yes");
  }

  @Test
  void textsAreToldByLine() {
    assertThat(said("Second line", "Another end"))
        .containsExactly("The text '### Title' (heading): text: Second line → Another end");
    assertThat(said("\\nSecond line", ""))
        .containsExactly("The text '### Title' (heading): text: Second line → nothing");
  }

  @Test
  void fieldsThatAreNewGoneOrElsewhereAreTold() {
    String moved = Edited.text(Edited.file(FORM, FIELDS.replaceAll(
        "(?s)(\\{\"type\": \"radio\".*?true}}),\\s*(\\{\"type\": \"textarea\".*?\"}})", "$2, $1")));

    assertThat(Edited.said(form(FIELDS), form(moved), Language.ENGLISH)).containsExactly(
        "The choice 'Outcome' (outcome) stands behind 'Reason', no longer behind '### Title'");
    assertThat(said("{\"type\": \"radio\"", "{\"type\": \"textfield\", \"id\": \"x\", \"key\": \"name\", "
        + "\"label\": \"Name\"}, {\"type\": \"radio\""))
        .containsExactly("New field 'Name' (name) after '### Title'");
    assertThat(Edited.said(form(FIELDS), form(FIELDS.replaceAll("(?s),\\s*\\{\"type\": \"textarea\".*?\"}}", "")),
        Language.ENGLISH)).containsExactly("Gone: the field for text 'Reason' (note) after 'Outcome'");
  }

  @Test
  void fieldsWithOtherIdsAreFoundByTheirKeys() {
    assertThat(said("Field_2", "Field_0xyz")).isEmpty();
  }

  @Test
  void theShippedFormSaysItsOptions() {
    assertThat(Edited.saidOf(CALL, "\"value\": \"REFUSED\"", "\"value\": \"DENIED\"")).hasSize(2)
        .anyMatch(said -> said.endsWith("(REFUSED) is gone")).anyMatch(said -> said.endsWith("(DENIED)"));
  }
}
