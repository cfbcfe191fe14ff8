package io.remit.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.remit.figures.CostOfPeriod.Cost;
import io.remit.trial.Lived.Contacts;
import io.remit.trial.Lived.Work;
import io.remit.trial.TrialOrder.Answers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a trial tells: how both lives compare, in text or JSON. It has counts and sums, and nothing of anybody. */
public final class TrialReport {

  private static final String MADE = "MADE";
  private static final int NAME_WIDTH = 44;
  private static final int NUMBER_WIDTH = 14;

  private final int days;
  private final Answers answers;
  private final Instant begin;
  private final Lived old;
  private final Lived fresh;
  private final Duration took;
  private final Draw draw;

  /**
   * @param draw whose cases lived; where that is a part of all, the figures are reckoned up to all
   * @param fresh under the new models
   */
  public TrialReport(int days, Answers answers, Instant begin, Draw draw, Lived old, Lived fresh, Duration took) {
    this.draw = draw;
    this.days = days;
    this.answers = answers;
    this.begin = begin;
    this.old = old;
    this.fresh = fresh;
    this.took = took;
  }

  /** A row that compares: what it is about, and the number under the old and the new models. */
  private record Compared(Map<String, Object> about, BigDecimal before, BigDecimal after) {

    Map<String, Object> json() {
      Map<String, Object> row = new LinkedHashMap<>(about);
      row.put("old", before);
      row.put("new", after);
      row.put("difference", after.subtract(before));
      return row;
    }
  }

  /** The stage of a case under the old and under the new models. */
  private record Change(String before, String after) {
  }

  /** For people, in lines of even width. */
  public String text(Locale language) {
    StringWriter text = new StringWriter();
    new Text(new PrintWriter(text), ResourceBundle.getBundle("trial.report", language)).print();
    return text.toString();
  }

  /** For programs. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("from", begin.toString());
    all.put("days", days);
    all.put("answers", answers.name());
    all.put("openCases", draw.open());
    all.put("livingCases", draw.living());
    all.put("casesThatChangeStageToday", ofAll(changingStage()));
    all.put("stagesByAge", stagesByAge().entrySet().stream().map(each -> {
      Map<String, Object> row = about("old", each.getKey().before(), "new", each.getKey().after());
      row.put("cases", ofAll(each.getValue()));
      return row;
    }).toList());
    all.put("stagesAtEnd", json(stagesAtEnd()));
    all.put("contacts", json(contacts()));
    all.put("contactsByDay", json(contactsByDay()));
    all.put("work", json(work()));
    all.put("workPeaks", json(peaks()));
    all.put("workByDay", json(workByDay()));
    all.put("cost", json(cost()));
    all.put("unpriced", json(unpriced()));
    all.put("processesMoved", ofAll(fresh.drawings().moved()));
    all.put("processesThatKeepTheirDrawing", ofAll(fresh.drawings().stayed()));
    all.put("stuckSteps", json(stuck()));
    all.put("seconds", took.toSeconds());
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Map<String, Object>> json(List<Compared> rows) {
    return rows.stream().map(Compared::json).toList();
  }

  private long changingStage() {
    return old.byAge().entrySet().stream().filter(each -> !each.getValue().equals(fresh.byAge().get(each.getKey())))
        .count();
  }

  /** How many cases have which stage under the old and which under the new models. */
  private Map<Change, Long> stagesByAge() {
    Map<Change, Long> counts = new TreeMap<>(Comparator.comparing(Change::before).thenComparing(Change::after));
    old.byAge().forEach((number, stage) ->
        counts.merge(new Change(stage, fresh.byAge().getOrDefault(number, stage)), 1L, Long::sum));
    return counts;
  }

  private List<Compared> stagesAtEnd() {
    return compared(old.atEnd().entrySet(), fresh.atEnd().entrySet(), each -> about("stage", each.getKey()),
        each -> BigDecimal.valueOf(each.getValue()));
  }

  private List<Compared> contacts() {
    return compared(old.contacts(), fresh.contacts(),
        each -> about("channel", each.channel(), "answer", each.answer(), "rule", each.rule()), TrialReport::count);
  }

  private List<Compared> contactsByDay() {
    return compared(made(old), made(fresh), each -> about("day", each.day().toString(), "channel", each.channel()),
        TrialReport::count);
  }

  private static List<Contacts> made(Lived lived) {
    return lived.contacts().stream().filter(each -> each.answer().equals(MADE)).toList();
  }

  private static BigDecimal count(Contacts contacts) {
    return BigDecimal.valueOf(contacts.count());
  }

  private List<Compared> work() {
    return compared(old.work(), fresh.work(), each -> about("group", each.group()), TrialReport::count);
  }

  private List<Compared> workByDay() {
    return compared(old.work(), fresh.work(), each -> about("day", each.day().toString(), "group", each.group()),
        TrialReport::count);
  }

  /** Of the busiest day of each group; they need not be the same day. */
  private List<Compared> peaks() {
    return compared(busiest(old), busiest(fresh), each -> about("group", each.group()), TrialReport::count);
  }

  private static List<Work> busiest(Lived lived) {
    Map<String, Work> busiest = new TreeMap<>();
    lived.work().forEach(each ->
        busiest.merge(each.group(), each, (one, other) -> one.tasks() >= other.tasks() ? one : other));
    return new ArrayList<>(busiest.values());
  }

  private static BigDecimal count(Work work) {
    return BigDecimal.valueOf(work.tasks());
  }

  private List<Compared> cost() {
    return compared(old.cost(), fresh.cost(), each -> about("currency", each.currency(), "kind", each.kind()),
        Cost::amount);
  }

  private List<Compared> unpriced() {
    return compared(old.cost(), fresh.cost(), each -> about("currency", each.currency()),
        each -> BigDecimal.valueOf(each.unpriced()));
  }

  private List<Compared> stuck() {
    return List.of(new Compared(Map.of(), ofAll(old.stuck()), ofAll(fresh.stuck())));
  }

  private BigDecimal ofAll(long counted) {
    return ofAll(BigDecimal.valueOf(counted));
  }

  /** What those that lived let expect of all open cases. */
  private BigDecimal ofAll(BigDecimal counted) {
    return draw.isAll() ? counted : counted.multiply(BigDecimal.valueOf(draw.open()))
        .divide(BigDecimal.valueOf(draw.living()), counted.scale(), RoundingMode.HALF_UP);
  }

  private static Map<String, Object> about(String... namesAndValues) {
    Map<String, Object> about = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      about.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return about;
  }

  /** Adds up what has the same heading on each side; in the order of the headings. */
  private <R> List<Compared> compared(Iterable<R> before, Iterable<R> after,
      Function<R, Map<String, Object>> heading, Function<R, BigDecimal> number) {
    Map<String, Map<String, Object>> headings = new TreeMap<>();
    Map<String, BigDecimal> first = summed(before, heading, number, headings);
    Map<String, BigDecimal> second = summed(after, heading, number, headings);
    return headings.entrySet().stream().map(each -> new Compared(each.getValue(),
        ofAll(first.getOrDefault(each.getKey(), BigDecimal.ZERO)),
        ofAll(second.getOrDefault(each.getKey(), BigDecimal.ZERO))))
        .toList();
  }

  private static <R> Map<String, BigDecimal> summed(Iterable<R> rows, Function<R, Map<String, Object>> heading,
      Function<R, BigDecimal> number, Map<String, Map<String, Object>> headings) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    rows.forEach(row -> {
      Map<String, Object> of = heading.apply(row);
      headings.put(of.toString(), of);
      sums.merge(of.toString(), number.apply(row), BigDecimal::add);
    });
    return sums;
  }

  /** The report in words. */
  private final class Text {

    private final PrintWriter out;
    private final ResourceBundle words;

    private Text(PrintWriter out, ResourceBundle words) {
      this.out = out;
      this.words = words;
    }

    private void print() {
      line("title", draw.open(), begin.toString(), days);
      line("answers." + answers.name());
      if (!draw.isAll()) {
        line("drawn", draw.living(), draw.margin(100), draw.margin(1000));
      }
      section("stages.today", ofAll(changingStage()));
      stagesByAge().forEach((of, count) -> out.println("  "
          + padded(word(of.before()) + " -> " + word(of.after())) + right(ofAll(count))));
      table("stages.end", stagesAtEnd());
      contactsInWords();
      table("contacts", contacts());
      table("contacts.day", contactsByDay());
      table("work", work());
      table("work.peak", peaks());
      table("work.day", workByDay());
      table("cost", cost());
      unpriced().stream().filter(each -> each.before().add(each.after()).signum() > 0)
          .forEach(each -> line("unpriced", String.valueOf(each.about().get("currency")), each.before(), each.after()));
      out.println();
      line("drawings", ofAll(fresh.drawings().moved()), ofAll(fresh.drawings().stayed()));
      line("stuck", ofAll(old.stuck()), ofAll(fresh.stuck()));
      line("took", took.toSeconds());
      out.flush();
    }

    /** The difference of each channel in a sentence. */
    private void contactsInWords() {
      out.println();
      Stream.of(made(old), made(fresh)).flatMap(List::stream).map(Contacts::channel)
          .collect(Collectors.toCollection(TreeSet::new)).forEach(channel -> {
            BigDecimal before = ofAll(ofChannel(old, channel));
            BigDecimal after = ofAll(ofChannel(fresh, channel));
            int more = after.compareTo(before);
            line(more == 0 ? "contacts.same" : more > 0 ? "contacts.more" : "contacts.fewer",
                word(channel), after, after.subtract(before).abs());
          });
    }

    private static long ofChannel(Lived lived, String channel) {
      return made(lived).stream().filter(each -> each.channel().equals(channel)).mapToLong(Contacts::count).sum();
    }

    private void table(String heading, List<Compared> rows) {
      section(heading);
      out.println("  " + padded("") + right(words.getString("old")) + right(words.getString("new"))
          + right(words.getString("difference")));
      rows.forEach(row -> out.println("  " + padded(row.about().values().stream().map(this::word)
          .filter(each -> !each.isEmpty()).collect(Collectors.joining(", "))) + right(row.before())
          + right(row.after()) + right(signed(row.after().subtract(row.before())))));
    }

    private void section(String heading, Object... values) {
      out.println();
      line(heading, values);
    }

    private void line(String key, Object... values) {
      out.println(new MessageFormat(words.getString(key), Locale.ROOT).format(values));
    }

    private String word(Object constant) {
      String name = String.valueOf(constant);
      return words.containsKey("word." + name) ? words.getString("word." + name) : name;
    }

    private static String signed(BigDecimal number) {
      return number.signum() > 0 ? "+" + number.toPlainString() : number.toPlainString();
    }

    private static String padded(String text) {
      return text + " ".repeat(Math.max(1, NAME_WIDTH - width(text)));
    }

    private static String right(Object number) {
      String text = number instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(number);
      return " ".repeat(Math.max(1, NUMBER_WIDTH - width(text))) + text;
    }

    /** A Chinese character is two wide. */
    private static int width(String text) {
      return text.codePoints().map(each -> Character.isIdeographic(each) ? 2 : 1).sum();
    }
  }
}
