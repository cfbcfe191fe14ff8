package io.remit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.figures.CostOfPeriod.Cost;
import io.remit.trial.Lived.Contacts;
import io.remit.trial.Lived.Drawings;
import io.remit.trial.Lived.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialReportTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T05:00:00Z");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final Lived old = new Lived(Map.of("C1", "MESSAGE", "C2", "MESSAGE", "C3", "VISIT"),
      Map.of("MESSAGE", 2L, "VISIT", 1L),
      List.of(new Contacts(MONDAY, "SMS", "MADE", "", 3), new Contacts(MONDAY, "CALL", "DENIED", "contact-hours", 1)),
      List.of(new Work(MONDAY, "collectors", 1), new Work(MONDAY.plusDays(1), "collectors", 4)),
      List.of(new Cost("EUR", "SMS", 3, 1, new BigDecimal("0.3000"))), new Drawings(0, 0), 0);
  private final Lived fresh = new Lived(Map.of("C1", "TELEPHONE", "C2", "MESSAGE", "C3", "VISIT"),
      Map.of("TELEPHONE", 2L, "CLOSED", 1L),
      List.of(new Contacts(MONDAY, "SMS", "MADE", "", 2), new Contacts(MONDAY, "CALL", "MADE", "", 1500)),
      List.of(new Work(MONDAY, "collectors", 9)),
      List.of(new Cost("EUR", "CALL", 2, 0, new BigDecimal("5.0000"))), new Drawings(7, 2), 1);

  @Test
  void saysInWordsWhatIsOther() {
    assertThat(text(Locale.ENGLISH)).contains("What 3 open cases would do from 2026-03-02T05:00:00Z on, for 30 days",
        "nobody answers or pays", "1 cases are in another stage by their age today",
        "call: 1,500 made, 1,500 more than under the old models", "SMS: 2 made, 1 fewer than under the old models",
        "7 running processes go on in the new drawings; 2 have no place there and keep theirs",
        "Steps that failed for good: 0 under the old models, 1 under the new", "EUR: 1 pieces have no price")
        .containsPattern("message -> telephone +1\\n").containsPattern("call, denied, contact-hours +1 +0 +-1\\n")
        .containsPattern("EUR, call +0 +5[.]0000 +[+]5[.]0000\\n")
        .containsPattern("busiest day\\n.*\\n +collectors +4 +9 +[+]5\\n");
  }

  @Test
  void saysItInChineseAndKeepsNoEnglishWord() {
    assertThat(text(Locale.CHINESE)).contains("3 个未结案件", "电话:1,500 次,比旧模型多 1,500 次").doesNotContain("made", "old");
    assertThat(ResourceBundle.getBundle("trial.report", Locale.CHINESE).keySet())
        .isEqualTo(ResourceBundle.getBundle("trial.report", Locale.ENGLISH).keySet());
  }

  @Test
  void saysItToPrograms() throws IOException {
    JsonNode report = new ObjectMapper().readTree(report().json());

    assertThat(report.get("casesThatChangeStageToday").asInt()).isEqualTo(1);
    assertThat(report.get("stagesByAge").toString()).isEqualTo("[{\"old\":\"MESSAGE\",\"new\":\"MESSAGE\",\"cases\":1},"
        + "{\"old\":\"MESSAGE\",\"new\":\"TELEPHONE\",\"cases\":1},{\"old\":\"VISIT\",\"new\":\"VISIT\",\"cases\":1}]");
    assertThat(report.get("workPeaks").toString())
        .isEqualTo("[{\"group\":\"collectors\",\"old\":4,\"new\":9,\"difference\":5}]");
    assertThat(report.toString()).doesNotContain("C1");
  }

  @Test
  void reckonsUpToAllWhereAPartLived() throws IOException {
    TrialReport drawn = report(new Draw(Set.of("D4"), 3, 30));

    assertThat(text(drawn, Locale.ENGLISH)).contains("What 30 open cases would do", "3 of them lived",
        "100 cases are right within about 63, 1,000 within about 200", "10 cases are in another stage by their age",
        "SMS: 20 made, 10 fewer", "70 running processes go on").containsPattern("EUR, call +0 +50[.]0000");
    JsonNode report = new ObjectMapper().readTree(drawn.json());
    assertThat(report.get("openCases").asInt()).isEqualTo(30);
    assertThat(report.get("livingCases").asInt()).isEqualTo(3);
    assertThat(report.get("workPeaks").toString())
        .isEqualTo("[{\"group\":\"collectors\",\"old\":40,\"new\":90,\"difference\":50}]");
    assertThat(text(Locale.ENGLISH)).doesNotContain("of them lived");
  }

  private String text(Locale language) {
    return text(report(), language);
  }

  private static String text(TrialReport report, Locale language) {
    return report.text(language).replace(System.lineSeparator(), "\n");
  }

  private TrialReport report() {
    return report(new Draw(Set.of(), 3, 3));
  }

  private TrialReport report(Draw draw) {
    return new TrialReport(30, TrialOrder.Answers.NOT_REACHED, BEGIN, draw, old, fresh, Duration.ofSeconds(61));
  }
}
