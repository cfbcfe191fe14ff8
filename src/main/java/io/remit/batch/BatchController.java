package io.remit.batch;

import io.remit.batch.CaseBatch.Item;
import io.remit.batch.CaseBatch.Outcome;
import io.remit.files.CsvPage;
import io.remit.files.ListPage;
import io.remit.files.SpreadsheetFile;
import io.remit.translation.Translations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
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

/** Work on many cases at once, for managers and supervisors. */
@RestController
@RequestMapping("/api/batches")
@Tag(name = "Batches")
class BatchController {

  private static final int LARGEST_PAGE = 1000;
  private static final String CSV = "text/csv";
  private static final List<String> REPORT_COLUMNS = List.of("case_number", "outcome", "code", "why", "settled_at");

  private final Batches batches;
  private final Translations translations;

  BatchController(Batches batches, Translations translations) {
    this.batches = batches;
    this.translations = translations;
  }

  /** The number of a batch. */
  record Ordered(long id) {
  }

  @GetMapping("/choices")
  @Operation(summary = "What an order can name: reasons to pause, stages, collectors, products, regions, currencies")
  Batches.Choices choices() {
    return batches.choices();
  }

  @PostMapping("/preview")
  @Operation(summary = "What an order would do now: how many cases, sums by currency, what would be refused and why")
  Batches.Preview preview(@RequestBody Batches.Entered order, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    return batches.preview(order, page, size);
  }

  @PostMapping
  @Operation(summary = "Give an order; refused (409) if there are more cases by now than the preview told")
  ResponseEntity<Ordered> order(@RequestBody Batches.Entered order, Principal user) {
    long batchId = batches.order(order, user.getName());
    return ResponseEntity.accepted().location(URI.create("/api/batches/" + batchId)).body(new Ordered(batchId));
  }

  @GetMapping
  @Operation(summary = "The batches, the newest first")
  ListPage<Batches.Shown> all(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    return new ListPage<>(batches.newest(page, size), page, size, batches.count());
  }

  @GetMapping("/{batchId}")
  @Operation(summary = "One batch and how far it is")
  Batches.Shown one(@PathVariable long batchId) {
    return batches.find(batchId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such batch"));
  }

  @GetMapping(path = "/{batchId}/report", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "What became of each case of a batch, also while it runs; as CSV with Accept: text/csv")
  ListPage<Item> report(@PathVariable long batchId, @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    one(batchId);
    return new ListPage<>(batches.report(batchId, outcome, page, size).stream().map(this::said).toList(), page, size,
        batches.count(batchId, outcome));
  }

  @GetMapping(path = "/{batchId}/report", produces = CSV)
  ResponseEntity<String> reportAsCsv(@PathVariable long batchId,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable Integer page, @RequestParam(required = false) @Nullable Integer size) {
    CsvPage wanted = CsvPage.of(page, size);
    one(batchId);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"batch-" + batchId + ".csv\"")
        .body(SpreadsheetFile.of(REPORT_COLUMNS,
            wanted.checked(batches.report(batchId, outcome, wanted.page(), wanted.limit())).stream()
                .map(item -> Arrays.asList(item.caseNumber(), item.outcome(), item.code(), item.why(),
                    item.settledAt()))));
  }

  @ExceptionHandler
  ProblemDetail outdated(MoreCasesException more) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, more.getMessage());
  }

  private Item said(Item item) {
    return item.why() == null ? item : new Item(item.caseNumber(), item.outcome(), item.code(),
        translations.ofCaller().sentence(item.why()), item.settledAt());
  }
}
