package io.remit.outsourcing.change;

import io.remit.outsourcing.change.ChangeFile.Line;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The files in which partners are told what changed, over REST. */
@RestController
@RequestMapping("/api/partners/{partnerId}/changes")
@Tag(name = "Partners")
class ChangeFileController {

  private static final int MOST = 200;

  private final ChangeFiles files;
  private final PartnerRegister register;

  ChangeFileController(ChangeFiles files, PartnerRegister register) {
    this.files = files;
    this.register = register;
  }

  /** A file; deliveredAt is null until it arrived, acknowledgedAt until the partner said which lines it took. */
  record Told(String reference, LocalDate day, Instant composedAt, @Nullable Instant deliveredAt,
      @Nullable Instant acknowledgedAt) {

    static Told of(ChangeFile file) {
      return new Told(file.reference(), file.day(), file.composedAt(), file.deliveredAt(), file.acknowledgedAt());
    }
  }

  /** A line, without what it says of the debtor; taken is null if the partner did not say. */
  record ToldLine(long line, String caseNumber, String change, @Nullable Boolean taken) {

    static ToldLine of(Line line) {
      return new ToldLine(line.number(), line.caseNumber(), line.kind().name(), line.taken());
    }
  }

  @GetMapping
  @Operation(summary = "The last files in which a partner was told what changed, the newest first")
  List<Told> all(@PathVariable String partnerId) {
    return files.of(partner(partnerId), MOST).stream().map(Told::of).toList();
  }

  @GetMapping("/{reference}")
  @Operation(summary = "The lines of such a file, and which of them the partner took")
  List<ToldLine> one(@PathVariable String partnerId, @PathVariable String reference) {
    return files.linesOf(file(partner(partnerId), reference)).stream().map(ToldLine::of).toList();
  }

  @PostMapping("/{reference}/delivery")
  @Operation(summary = "Send a file of changes again, as it was")
  Told sendAgain(@PathVariable String partnerId, @PathVariable String reference) {
    Partner partner = partner(partnerId);
    ChangeFile file = file(partner, reference);
    files.sendAgain(file, partner);
    return Told.of(file);
  }

  private Partner partner(String partnerId) {
    return register.find(partnerId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner"));
  }

  private ChangeFile file(Partner partner, String reference) {
    return files.find(partner, reference)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such file"));
  }
}
