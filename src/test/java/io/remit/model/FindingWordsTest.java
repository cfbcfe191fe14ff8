package io.remit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with models is said in English and in Chinese. */
class FindingWordsTest {

  private static final FindingWords CHINESE = FindingWords.in("zh");

  @Test
  void everyRuleAndWhatToDoIsSaidInChinese() {
    assertThat(ModelRule.values()).allSatisfy(rule -> {
      assertThat(CHINESE.sentence(rule)).containsPattern("\\p{IsHan}");
      assertThat(CHINESE.remedy(rule)).containsPattern("\\p{IsHan}").endsWith("。");
    });
  }

  @Test
  void aDetailIsSaidByTheSentenceThatFitsItBest() {
    assertThat(CHINESE.detail(finding("there is no form call-detor; is call-debtor meant?")))
        .isEqualTo("没有 form call-detor；是否想写 call-debtor？");
    assertThat(CHINESE.detail(finding("its name lies on that of end_refused")))
        .isEqualTo("它的名称压在 end_refused 的名称上");
    assertThat(CHINESE.detail(finding("something that nobody has translated")))
        .isEqualTo("something that nobody has translated");
  }

  @Test
  void whatIsVeryLongIsNotLookedAtForHours() {
    String longest = "timeDate: the expression ${" + "a: b: ".repeat(150_000) + "} may not stand here";

    assertThat(CHINESE.detail(finding(longest))).isEqualTo(longest);
    assertThat(Spelling.nearest("a".repeat(1_000_000), List.of("sendMessage"))).isEmpty();
  }

  @Test
  void whatStandsInADetailIsTakenAsItIs() {
    assertThat(CHINESE.detail(finding("its date is {0} and $1"))).isEqualTo("它的日期是 {0} and $1");
  }

  @Test
  void aRowIsNamedInTheLanguage() {
    Finding row = new Finding("next-treatment.dmn", 3, "rule_visit_call", "row 35: Else by phone",
        ModelRule.TREATMENT_IS_DRAWN, "");

    assertThat(FindingWords.ENGLISH.element(row)).isEqualTo("row 35: Else by phone (rule_visit_call)");
    assertThat(CHINESE.element(row)).isEqualTo("第 35 行: Else by phone (rule_visit_call)");
  }

  @Test
  void thereAreTwoLanguages() {
    assertThat(FindingWords.in("en")).isSameAs(FindingWords.ENGLISH);
    assertThatIllegalArgumentException().isThrownBy(() -> FindingWords.in("fr"));
  }

  private static Finding finding(String detail) {
    return new Finding("a.bpmn", 1, "", ModelRule.REFERENCE_EXISTS, detail);
  }
}
