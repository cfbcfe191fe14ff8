package io.remit.figures;

import io.remit.cases.InvalidInputException;
import io.remit.files.CsvPage;
import io.remit.files.ListPage;
import io.remit.files.SpreadsheetFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The figures of the portfolio, for managers: as JSON or, with {@code Accept: text/csv}, as CSV. */
@RestController
@RequestMapping("/api/figures")
@Tag(name = "Figures")
class FigureController {

  private static final int LARGEST_PAGE = 1000;
  private static final String CSV = "text/csv";
  private static final Set<String> SCOPE = Set.of("from", "to", "product", "region", "currency");
  private static final Set<String> OF_A_LIST = Set.of("measure", "page", "size");

  private final Figures figures;
  private final FigureQuery query;

  FigureController(Figures figures, FigureQuery query) {
    this.figures = figures;
    this.query = query;
  }

  /**
   * What a figure says, in words.
   *
   * @param kinds of the columns that are no dimensions: {@code COUNT}, {@code MONEY}, {@code DAYS} or {@code RATE}
   */
  record Definition(String name, String title, String numerator, String denominator, String source,
      List<String> dimensions, List<String> columns, Map<String, String> kinds) {

    static Definition of(Figure figure) {
      return new Definition(figure.name(), figure.title(), figure.numerator(), figure.denominator(), figure.source(),
          figure.dimensions(), figure.columns(), figure.kinds());
    }
  }

  /** A figure, what it says, and for what it was computed. */
  record Answer(Definition definition, LocalDate from, LocalDate to, @Nullable String product,
      @Nullable String region, @Nullable String currency,
      List<Map<String, Object>> rows) {
  }

  /** One page of the cases behind a cell, by case number. */
  record Cases(Definition definition, LocalDate from, LocalDate to, List<Map<String, Object>> items, int page, int size,
      long total) {
  }

  @GetMapping
  @Operation(summary = "Which figures there are, and what they say")
  List<Definition> definitions() {
    return figures.all().stream().map(Definition::of).toList();
  }

  @GetMapping("/choices")
  @Operation(summary = "What figures can be asked for: days, products, regions, currencies")
  Figures.Choices choices() {
    return figures.choices();
  }

  @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "One figure for a period, a product, a region, a currency")
  Answer figure(@PathVariable String name, @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      Figures.Question question) {
    Figure figure = find(name);
    requireKnown(parameters, SCOPE);
    Scope scope = figures.scope(figure, question);
    return new Answer(Definition.of(figure), scope.from(), scope.to(), scope.product(), scope.region(),
        scope.currency(), bounded(query.rows(figure, scope, CsvPage.MOST_ROWS + 1)));
  }

  private static List<Map<String, Object>> bounded(List<Map<String, Object>> rows) {
    if (rows.size() > CsvPage.MOST_ROWS) {
      throw new InvalidInputException("from",
          "has more than " + CsvPage.MOST_ROWS + " rows until then; choose a shorter period");
    }
    return rows;
  }

  @GetMapping(path = "/{name}", produces = CSV)
  ResponseEntity<String> csv(@PathVariable String name,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters, Figures.Question question) {
    Answer answer = figure(name, parameters, question);
    return csv(answer.definition(), answer.definition().columns(), answer.rows());
  }

  @GetMapping(path = "/{name}/cases", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "The cases behind a cell of a figure, which is named by its dimensions, as bucket=M2; with a "
      + "measure those with something in it")
  Cases cases(@PathVariable String name, @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      Figures.Question question, @RequestParam(required = false) String measure,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    Figure figure = find(name);
    Map<String, String> cell = cell(figure, parameters);
    Scope scope = figures.scope(figure, question);
    return new Cases(Definition.of(figure), scope.from(), scope.to(),
        query.cases(figure, scope, cell, measure, page, size), page, size, query.count(figure, scope, cell, measure));
  }

  @GetMapping(path = "/{name}/cases", produces = CSV)
  ResponseEntity<String> casesAsCsv(@PathVariable String name,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters, Figures.Question question,
      @RequestParam(required = false) String measure, @RequestParam(required = false) Integer page,
      @RequestParam(required = false) Integer size) {
    CsvPage wanted = CsvPage.of(page, size);
    Figure figure = find(name);
    Map<String, String> cell = cell(figure, parameters);
    List<String> columns = Stream.concat(Stream.of("case_number", "currency"), Stream.concat(
        figure.measures().stream().map(Measure::name).filter(column -> !column.equals("cases")),
        Stream.of("stage", "status", "collector"))).toList();
    return csv(Definition.of(figure), columns, wanted.checked(query.cases(figure, figures.scope(figure, question), cell,
        measure, wanted.page(), wanted.limit())));
  }

  /** The cell that a request names: its parameters that are dimensions of the figure. */
  private static Map<String, String> cell(Figure figure, Map<String, String> parameters) {
    String measure = parameters.get("measure");
    if (measure != null && figure.measures().stream().noneMatch(each -> each.name().equals(measure))) {
      throw new InvalidInputException("measure", "is none of this figure");
    }
    requireKnown(parameters, Stream.of(SCOPE, OF_A_LIST, figure.dimensions()).flatMap(Collection::stream)
        .collect(Collectors.toSet()));
    return parameters.entrySet().stream().filter(entry -> figure.dimensions().contains(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The definition goes along in the header, so that the body is nothing but the table. */
  private static ResponseEntity<String> csv(Definition definition, List<String> columns,
      List<Map<String, Object>> rows) {
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + definition.name() + ".csv\"")
        .header("Remit-Numerator", definition.numerator()).header("Remit-Denominator", definition.denominator())
        .body(SpreadsheetFile.of(columns, rows.stream().map(row -> columns.stream().map(row::get).toList())));
  }

  private Figure find(String name) {
    return figures.named(name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such figure"));
  }

  /** A filter that is misspelt would be no filter, and nobody would see it. */
  private static void requireKnown(Map<String, String> parameters, Set<String> known) {
    parameters.keySet().stream().filter(parameter -> !known.contains(parameter)).findFirst().ifPresent(unknown -> {
      throw new InvalidInputException(unknown, "is no filter here; there are "
          + known.stream().sorted().collect(Collectors.joining(", ")));
    });
  }
}
