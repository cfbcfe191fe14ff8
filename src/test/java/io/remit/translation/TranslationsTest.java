package io.remit.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.InvalidInputException;
import io.remit.eventlog.Finding;
import io.remit.model.ModelsForTests;
import io.remit.partner.Standing;
import io.remit.release.migration.Obstacle;
import io.remit.translation.TextsInCode.Texts;
import io.remit.translation.Translation.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.ClassUtils;

/** All that staff read of Remit's own has its Chinese, and no Chinese is left of what nobody writes any more. */
class TranslationsTest {

  /** What the slower of two people reads. */
  private static final List<String> OVERTAKEN = List.of("Somebody else has claimed this task.",
      "Somebody else changed this at the same moment, and nothing of yours was done. Look at it again.",
      "Somebody else finished or changed this task before you; nothing of yours was done.",
      "another release is being deployed at this moment; try again");

  private static final Path MODELS = Path.of("bpmn");
  private static final TextsInCode CODE = TextsInCode.ofRemit();
  private static final Translation CHINESE = chinese(MODELS);
  /** What a person may write into a detail; it is a word of Remit's, too. */
  private static final String WRITTEN_BY_A_PERSON = "paid";
  /** What pages show of a case as codes. */
  private static final List<String> SHOWN_RECORDS = List.of("io.remit.casefile.CaseFiles$CaseFile",
      "io.remit.cockpit.CaseStanding$Standing", "io.remit.tasklist.TaskDesk$Situation");
  /** Why nobody gets a case, as {@code DivisionTest} holds it. */
  private static final String NOBODY_SUITS = "nobody suits: the language 7 is missing, the place 7 is missing, "
      + "the product 7 is missing, the skill 7 is missing";

  /** What stands within a refusal, or refuses more than what was entered. */
  private static final List<String> REFUSED_FOR = List.of(
      "the selection has 3 cases by now, the preview told 2; make another",
      "was not allowed by the gate (contact-hours, allowed from 7); if the debtor called or came to us, say so",
      "the first is of 2026-03-01, the last of 2026-03-18", "there is none yet",
      "there is no release 7", "there is no such file", "The models break a rule; nothing was changed.",
      "The models break 7 rules; nothing was changed.",
      "release 7 is not the one that ran before; propose its files anew", "release 7 does not wait for a decision",
      "it is out of date: release 7 runs by now; change its files and propose them anew",
      "release 7 has run for more than 7 days; propose the files of release 7 anew",
      "You may not work from this network (your address is 192.0.2.7).",
      "You may work from 08:30 to 18:00 7 on your working days; it is not one of these hours.");

  private static Translation chinese(Path models) {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    try {
      return new Translations(ModelsForTests.in(models)).ofCaller();
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @Test
  void everyEntryOfATimelineIsSaidInChinese() {
    assertThat(entries()).hasSizeGreaterThan(100).allSatisfy(entry -> {
      assertThat(entry.text()).as("a sentence that can be followed in the code").isNotEqualTo(TextsInCode.OPEN);
      Entry said = CHINESE.entry(entry.text(), entry.detail());
      assertThat(inEnglish(said.text())).as("English in %s", said).isEmpty();
      assertThat(inEnglish(Objects.toString(said.detail(), ""))).as("English in the detail of %s", said).isEmpty();
    });
  }

  @Test
  void whatAPersonWroteStaysAsItIs() {
    assertThat(entries()).filteredOn(entry -> TextsInCode.OPEN.equals(entry.detail())).hasSizeGreaterThan(10)
        .allSatisfy(entry -> assertThat(CHINESE.entry(entry.text(), WRITTEN_BY_A_PERSON).detail())
            .as("the detail of %s", entry.text()).isEqualTo(WRITTEN_BY_A_PERSON));
    assertThat(CHINESE.entry("Divided to collector2: a supervisor moved it", "Absence from work to see a doctor"))
        .isEqualTo(new Entry("分配给 collector2：由主管转交", "Absence from work to see a doctor"));
  }

  @Test
  void whyACaseWasGivenToSomebodyIsSaidInChinese() {
    assertThat(CODE.ofOne("Move", "<init>", "why")).contains("7 works the debtor's other case").allSatisfy(why ->
        assertThat(inEnglish(CHINESE.entry("Divided to 7: " + why, null).text())).as(why).isEmpty());
  }

  @Test
  void whatTheGateCountedIsSaidInChinese() {
    assertThat(gateDetails()).isNotEmpty().allSatisfy(detail -> assertThat(
        inEnglish(CHINESE.entry("The gate denied a contact", detail).detail())).as(detail).isEmpty());
    assertThat(CHINESE.entry("The gate denied a contact",
        "messages-a-day, allowed from 2026-03-20T08:00:00Z (rules of [CN] in [Asia/Shanghai]; messages-a-day 1 of 1)"))
        .isEqualTo(new Entry("闸门拒绝联系",
            "每日消息数，2026-03-20T08:00:00Z 起允许（按 CN 的规则，时区 Asia/Shanghai; 每日消息数 1/1）"));
  }

  @Test
  void sentencesOfFormsAreSaidInChinese() {
    assertThat(sentences()).hasSizeGreaterThan(40).allSatisfy(sentence ->
        assertThat(inEnglish(CHINESE.sentence(sentence))).as(sentence).isEmpty());
    assertThat(CHINESE.sentence("VISIT begins on 2026-04-01")).isEqualTo("2026-04-01 进入上门阶段");
  }

  @Test
  void whatAPersonEnteredIsRefusedInChinese() {
    Set<String> fields = fieldsOfForms();
    assertThat(refusals()).hasSizeGreaterThan(100).allSatisfy(refusal -> {
      assertThat(refusal.problem()).as("a problem that can be followed in the code").isNotEqualTo(TextsInCode.OPEN);
      String said = CHINESE.sentence(refusal.message());
      Set<String> examples = found(refusal.problem(), "((?<=such as ).*|[A-Z]+)").collect(Collectors.toSet());
      if (!fields.contains(refusal.field())) {
        examples.add(refusal.field());
      }
      assertThat(inEnglish(said)).as("English in %s of %s", said, refusal).allMatch(word ->
          examples.stream().anyMatch(example -> example.contains(word)));
    });
    assertThat(CHINESE.sentence("acceptedOn: must lie between 2026-03-01 and today"))
        .isEqualTo("接受日期：必须在 2026-03-01 与今天之间");
    assertThat(CHINESE.sentence("paid: is no filter here; there are product, stage"))
        .as("what the caller typed").isEqualTo("paid：不是此处的筛选条件；可用：product, stage");
  }

  @Test
  void everyCodeThatIsShownHasItsWord() {
    assertThat(codes()).hasSizeGreaterThan(100).allSatisfy(code ->
        assertThat(CHINESE.words()).containsKey(Translation.asWords(code)));
  }

  @Test
  void formsHaveTheirChineseTextsAndNoOthers() {
    Set<String> texts = new TreeSet<>();
    files(".form").forEach(form -> addTexts(json(form), texts));

    assertThat(CHINESE.formTexts()).containsOnlyKeys(texts.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{caseView.script}}", "=caseView.next", "<img src=x>", "案件 {{ caseView.caseNumber }}"})
  void aTextOfAFormBringsNothingToEvaluateThatTheFormDoesNotHave(String text, @TempDir Path models) throws IOException {
    Files.createDirectory(models.resolve("words"));
    Files.writeString(models.resolve("words/forms.zh.csv"),
        "english,chinese\nStatus,状态\nCase {{caseView.caseNumber}}," + text + "\n");

    assertThatIllegalArgumentException().isThrownBy(() -> chinese(models))
        .withMessageStartingWith("forms.zh.csv, line 3: the English text does not have");
  }

  @Test
  void noWordAndNoSentenceIsLeftOver() {
    Set<String> said = Stream.of(sentences().stream(), gateDetails().stream(),
        refusals().stream().map(Refusal::message),
        entries().stream().flatMap(entry -> Stream.of(entry.text(), entry.detail()))).flatMap(each -> each)
        .filter(Objects::nonNull).map(Translation::asWords).collect(Collectors.toSet());
    Set<String> codes = codes().stream().map(Translation::asWords).collect(Collectors.toSet());
    assertThat(CHINESE.words().keySet()).filteredOn(word -> !codes.contains(word)).allSatisfy(word -> {
      Pattern within = Pattern.compile("(^|.*\\W)" + Pattern.quote(word) + "(\\W.*|$)");
      assertThat(said).anyMatch(text -> within.matcher(text).matches());
    });

    Set<Entry> written = entries();
    Set<String> alone = sentences().stream().flatMap(sentence ->
        Stream.concat(Stream.of(sentence), Stream.of(sentence.split(", not before |: ")))).collect(Collectors.toSet());
    refusals().forEach(refusal -> alone.addAll(List.of(refusal.problem(), refusal.message())));
    assertThat(CHINESE.rows()).allSatisfy(row -> assertThat(
        written.stream().anyMatch(entry -> row.sentence().fits(entry.text())
            && (row.detail() == null || entry.detail() != null && row.detail().fits(entry.detail())))
            || row.detail() == null && alone.stream().anyMatch(row.sentence()::fits))
        .as("%s is written", row).isTrue());
  }

  private record Refusal(String field, String problem) {

    String message() {
      return new InvalidInputException(field, problem).getMessage();
    }
  }

  /** Why what somebody entered can be refused. */
  private static Set<Refusal> refusals() {
    return CODE.of("InvalidInputException", "<init>", "field", "problem").stream()
        .map(texts -> new Refusal(texts.arguments().get(0), texts.arguments().get(1))).collect(Collectors.toSet());
  }

  /** Also what is not a field of a form, but the form's task or case. */
  private static Set<String> fieldsOfForms() {
    Set<String> fields = new HashSet<>(Set.of("task", "case"));
    files(".form").forEach(form -> json(form).findParents("type").stream().map(part -> part.path("key").asText())
        .filter(key -> !key.isEmpty()).forEach(fields::add));
    return fields;
  }

  /** What the code can write into timelines. */
  private static Set<Entry> entries() {
    return timelines().map(texts -> new Entry(texts.arguments().get(1), texts.arguments().get(2)))
        .collect(Collectors.toSet());
  }

  private static Stream<Texts> timelines() {
    return Stream.of("add", "addToOpenCases")
        .flatMap(method -> CODE.of("Timeline", method, "kind", "text", "data").stream());
  }

  /** The rule and what was counted, as the gate puts it. */
  private static List<String> gateDetails() {
    String counted = policyRules().stream().map(rule -> rule + " 1 of 3").collect(Collectors.joining("; "));
    return gateRules().stream().map(rule -> rule + " (rules of [7] in [7]; " + counted + ")").toList();
  }

  /** What stands alone or within another sentence. */
  private static Set<String> sentences() {
    Set<String> sentences = new HashSet<>(CODE.ofOne("FormWords", "sentence", "english"));
    sentences.addAll(CODE.ofOne("Fact", "<init>", "label"));
    sentences.addAll(CODE.ofOne("Move", "<init>", "why"));
    sentences.addAll(CODE.ofOne("Chosen", "<init>", "why"));
    sentences.addAll(List.of("chosen by hand", "The term of the mandate is over"));
    Arrays.stream(Finding.Rule.values()).map(Finding.Rule::sentence).forEach(sentences::add);
    Arrays.stream(Standing.Reason.values()).map(Standing.Reason::words).forEach(sentences::add);
    Arrays.stream(Obstacle.values()).map(Obstacle::words).forEach(sentences::add);
    sentences.add("the open cases of this version are being moved already");
    sentences.addAll(Arrays.asList(NOBODY_SUITS.replace("nobody suits: ", "").split(", ")));
    sentences.add(NOBODY_SUITS);
    sentences.addAll(List.of("rules of [7] in [7]", policyRules().iterator().next() + " 1 of 3"));
    sentences.addAll(CODE.ofOne("PostingResult", "refused", "message"));
    sentences.addAll(CODE.ofOne("ProblemResponses", "write", "detail"));
    sentences.addAll(CODE.ofOne("ProblemResponses", "writeForLoginPage", "why"));
    Stream.of("placement-recall.dmn", "after-placement.dmn").map(MODELS::resolve).map(TranslationsTest::read)
        .flatMap(table -> found(table, "<text>\"(\\w+ [^\",]+.*)\"</text>")).forEach(sentences::add);
    sentences.addAll(CODE.ofOne("ReleaseOvertaken", "<init>", "message"));
    sentences.addAll(OVERTAKEN);
    sentences.addAll(REFUSED_FOR);
    sentences.removeIf(sentence -> sentence == null || sentence.equals(TextsInCode.OPEN));
    return sentences;
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>(gateRules());
    codes.addAll(fieldsOfForms());
    timelines().map(texts -> texts.arguments().get(0)).forEach(codes::add);
    Stream.of(CODE.ofOne("FormWords", "of", "constant"), CODE.ofOne("FormWords", "of", "code"),
        CODE.ofOne("FormWords", "name", "constant"), CODE.ofOne("HoldRepository", "release", "decision"))
        .flatMap(Set::stream).filter(code -> code != null && !code.equals(TextsInCode.OPEN)).forEach(codes::add);
    SHOWN_RECORDS.forEach(name -> addConstants(ClassUtils.resolveClassName(name, null), codes, new HashSet<>()));
    addConstants(ClassUtils.resolveClassName("io.remit.access.StaffGroup", null), codes, new HashSet<>());
    Stream.of("io.remit.outsourcing.PlacementChanges$Concern", "io.remit.outsourcing.PlacementReturns$Reason",
        "io.remit.outsourcing.after.Step", "io.remit.outsourcing.change.Change$Kind").forEach(name ->
        addConstants(ClassUtils.resolveClassName(name, null), codes, new HashSet<>()));
    files(".bpmn").forEach(model -> found(model, "userTask id=\"(\\w+)\"").forEach(codes::add));
    return codes;
  }

  private static Set<String> gateRules() {
    Set<String> rules = new TreeSet<>(policyRules());
    Stream.of("GateRules", "GateDecision", "ClearanceRepository")
        .map(name -> read(Path.of("src/main/java/io/remit/gate/" + name + ".java")))
        .flatMap(source -> found(source, "[\"']([a-z]+(?:-[a-z]+)+|allowed)[\"']")).forEach(rules::add);
    return rules;
  }

  private static Set<String> policyRules() {
    return found(read(MODELS.resolve("contact-policy.dmn")), "<text>\"([a-z]+(?:-[a-z]+)+)\"</text>")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void addConstants(Type type, Set<String> names, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType list) {
      Stream.of(list.getActualTypeArguments()).forEach(each -> addConstants(each, names, seen));
    } else if (type instanceof Class<?> shown && shown.isEnum()) {
      Stream.of(shown.getEnumConstants()).map(each -> ((Enum<?>) each).name()).forEach(names::add);
    } else if (type instanceof Class<?> shown && shown.isRecord()) {
      Stream.of(shown.getRecordComponents()).map(RecordComponent::getGenericType)
          .forEach(each -> addConstants(each, names, seen));
    }
  }

  private static void addTexts(JsonNode part, Set<String> texts) {
    Stream.of("label", "text", "description").map(part::path).filter(JsonNode::isTextual).map(JsonNode::asText)
        .filter(text -> !text.isBlank()).forEach(texts::add);
    part.forEach(inner -> addTexts(inner, texts));
  }

  /** Words in letters of ours, but for the names of approved texts. */
  private static List<String> inEnglish(String said) {
    Set<String> texts = read(MODELS.resolve("messages/register.csv")).lines().map(line -> line.split(",")[0])
        .map(name -> name.replaceFirst("-(sms|email|letter)$", "")).collect(Collectors.toSet());
    return found(said, "([A-Za-z]+(?:-[A-Za-z]+)*)").filter(word -> !texts.contains(word)).toList();
  }

  private static Stream<String> files(String ending) {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.filter(file -> file.toString().endsWith(ending)).map(TranslationsTest::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1)).toList().stream();
  }
}
