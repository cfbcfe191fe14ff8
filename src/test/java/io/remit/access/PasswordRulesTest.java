package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords may be chosen. */
class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();
  private final User ann = new UserEntity("a.miller");

  PasswordRulesTest() {
    ann.setFirstName("Ann Li");
    ann.setLastName("Miller");
    ann.setEmail("am@bigbank.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "Vogel sitzt im Baum!", "xK3#v9!pQ2zL7$w", "8#2k!9$x71-%q30",
      "雪中送炭不如锦上添花也不如画蛇添足", "live like limes grow"})
  void oneThatIsLongAndNotObviousIsAllowed(String password) {
    assertThat(rules.allow(password, ann)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "short", "fourteen chars", "xK3#v9!pQ2zL7$"})
  void oneThatIsShortIsNot(String password) {
    assertThat(rules.allow(password, ann)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"so long and A.MILLER", "the miller's tale told", "what ann likes most",
      "we work for BigBank.example"})
  void oneThatNamesItsUserIsNot(String password) {
    assertThat(rules.allow(password, ann)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"passwordpassword", "Password123456789", "iloveyou-12345678", "monkey...dragon...1999",
      "1qaz2wsx3edc4rfv",
      "123456789012345", "1999-12-31 1999-12-31", "aaaaaaaaaaaaaaaaaa", "abababababababab", "!!!!!!qwertyuiop!!!!"})
  void oneThatIsMadeOfCommonOnesIsNot(String password) {
    assertThat(rules.allow(password, ann)).isFalse();
  }

  @Test
  void withoutAUserTheOtherRulesHold() {
    assertThat(rules.allow("the miller's tale told", null)).isTrue();
    assertThat(rules.allow("passwordpassword", null)).isFalse();
  }

  @Test
  void aVeryLongOneIsJudgedAtOnce() {
    String veryLong = "xK3#v9!pQ2zL7$w" + "1 ".repeat(200_000) + "x";

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> rules.allow(veryLong, ann))).isTrue();
    assertThat(rules.allow("password" + "1".repeat(500), ann)).isFalse();
  }

  @Test
  void everyCharacterOfALongPasswordCounts() {
    PasswordHash hash = new PasswordHash();
    String stored = hash.encrypt("x".repeat(100) + "1");

    assertThat(hash.check("x".repeat(100) + "1", stored)).isTrue();
    assertThat(hash.check("x".repeat(100) + "2", stored)).isFalse();
  }
}
