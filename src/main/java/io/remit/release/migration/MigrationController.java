package io.remit.release.migration;

import io.remit.files.CsvPage;
import io.remit.files.ListPage;
import io.remit.files.SpreadsheetFile;
import io.remit.release.migration.Migration.Item;
import io.remit.release.migration.Migration.Outcome;
import io.remit.release.migration.Migrations.CasesAt;
import io.remit.release.migration.Migrations.Preview;
import io.remit.release.migration.Migrations.Shown;
import io.remit.translation.Translation;
import io.remit.translation.Translations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Open cases that follow their model to its newest version, for process owners, operators and managers. */
@RestController
@RequestMapping("/api/models/migrations")
@Tag(name = "Models")
class MigrationController {

  private static final int LARGEST_PAGE = 1000;
  private static final String CSV = "text/csv";
  private static final List<String> REPORT_COLUMNS =
      List.of("case_number", "element", "element_name", "outcome", "code", "why", "settled_at");

  private final Migrations migrations;
  private final Translations translations;

  MigrationController(Migrations migrations, Translations translations) {
    this.migrations = migrations;
    this.translations = translations;
  }

  /**
   * Which open cases are to move.
   *
   * @param process key of a model
   * @param from a version tag, or null for every older version that can
   */
  record Order(@Nullable String process, @Nullable String from) {
  }

  /** The numbers of what was started: one for each version that the engine counts. */
  record Started(List<Long> ids) {
  }

  /** A migration and how far it is. */
  record View(long id, String process, String fromVersion, String toVersion, MigrationKind kind, String startedBy,
      Instant startedAt, @Nullable Instant finishedAt, boolean finished, long total, long moved, long stayed,
      long ended, long left) {

    static View of(Shown shown) {
      Migration of = shown.migration();
      Migration.Progress far = shown.progress();
      return new View(of.id(), of.process(), of.fromVersion(), of.toVersion(), of.kind(), of.startedBy(),
          of.startedAt(), of.finishedAt(), of.finishedAt() != null, far.total(), far.moved(), far.stayed(),
          far.ended(), far.left());
    }
  }

  @GetMapping("/preview")
  @Operation(summary = "What moving open cases to the newest version would do now; writes nothing")
  List<Preview> preview(@RequestParam(required = false) @Nullable String process,
      @RequestParam(required = false) @Nullable String from) {
    Translation words = translations.ofCaller();
    return migrations.preview(process, from).stream().map(each -> said(each, words)).toList();
  }

  @PostMapping
  @Operation(summary = "Move the open cases of older versions to the newest; refused (409) while that goes on already")
  ResponseEntity<Started> start(@RequestBody Order order, Principal user) {
    return ResponseEntity.accepted().body(
        new Started(migrations.start(order.process() == null ? "" : order.process(), order.from(), user.getName())));
  }

  @GetMapping
  @Operation(summary = "The migrations, the newest first, and how far each is")
  ListPage<View> all(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    List<View> newest = migrations.newest(page, size).stream().map(View::of).toList();
    return new ListPage<>(newest, page, size, migrations.count());
  }

  @GetMapping("/{migrationId}")
  @Operation(summary = "One migration and how far it is")
  View one(@PathVariable long migrationId) {
    return migrations.find(migrationId).map(View::of)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such migration"));
  }

  @GetMapping(path = "/{migrationId}/report", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "What became of each case, also while it goes on; as CSV with Accept: text/csv")
  ListPage<Item> report(@PathVariable long migrationId, @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    one(migrationId);
    Translation words = translations.ofCaller();
    return new ListPage<>(migrations.report(migrationId, outcome, page, size).stream().map(item -> said(item, words))
        .toList(), page, size, migrations.count(migrationId, outcome));
  }

  @GetMapping(path = "/{migrationId}/report", produces = CSV)
  ResponseEntity<String> reportAsCsv(@PathVariable long migrationId,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable Integer page, @RequestParam(required = false) @Nullable Integer size) {
    CsvPage wanted = CsvPage.of(page, size);
    one(migrationId);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"migration-" + migrationId + ".csv\"")
        .body(SpreadsheetFile.of(REPORT_COLUMNS,
            wanted.checked(migrations.report(migrationId, outcome, wanted.page(), wanted.limit())).stream()
                .map(item -> Arrays.asList(item.caseNumber(), item.element(), item.elementName(), item.outcome(),
                    item.code(), item.why(), item.settledAt()))));
  }

  @ExceptionHandler
  ProblemDetail underWay(Migrations.UnderWayException already) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, already.getMessage());
  }

  private static Preview said(Preview of, Translation words) {
    return new Preview(of.process(), of.name(), of.fromVersion(), of.fromNumber(), of.toVersion(), of.toNumber(),
        of.kind(), of.byItself(), of.canStart(), of.why() == null ? null : words.sentence(of.why()), of.comment(),
        of.cases(), of.canMove(), of.stay(), of.places().stream().map(at -> new CasesAt(at.element(), at.name(),
            at.cases(), at.target(), at.code(), at.why() == null ? null : words.sentence(at.why()))).toList());
  }

  private static Item said(Item item, Translation words) {
    return item.why() == null ? item : new Item(item.processId(), item.caseNumber(), item.outcome(), item.code(),
        words.sentence(item.why()), item.element(), item.elementName(), item.settledAt());
  }
}
