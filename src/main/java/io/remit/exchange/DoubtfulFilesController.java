package io.remit.exchange;

import io.remit.exchange.Delivered.Way;
import io.remit.exchange.DoubtfulFile.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** After a restore: the files of which somebody has to ask whether they arrived, and what was answered. */
@RestController
@RequestMapping("/api/exchange/doubts")
@Tag(name = "Files for those outside")
class DoubtfulFilesController {

  private final DoubtfulFiles files;

  DoubtfulFilesController(DoubtfulFiles files) {
    this.files = files;
  }

  /** A file that waits; anotherThere says that one of this name with another content lay there. */
  record Doubt(long id, String correspondent, String fileName, Way way, long bytes, String sha256, boolean anotherThere,
      Instant notedAt) {

    static Doubt of(DoubtfulFile file) {
      return new Doubt(file.id(), file.correspondent(), file.fileName(), file.way(), file.bytes(), file.sha256(),
          file.anotherThere(), file.notedAt());
    }
  }

  /** What they said: SEND, they have no such file; ARRIVED, they have it. */
  record Settled(@Nullable Outcome outcome) {
  }

  @GetMapping
  @Operation(summary = "Files that wait after a restore, since they may have been brought before")
  List<Doubt> waiting() {
    return files.waiting().stream().map(Doubt::of).toList();
  }

  @PostMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Say whether such a file is to be sent, or has arrived")
  void settle(@PathVariable long id, @RequestBody Settled settled, HttpServletRequest request) {
    if (settled.outcome() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "outcome is SEND or ARRIVED");
    }
    if (!files.settle(id, settled.outcome(), request.getRemoteUser())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no file of this number waits");
    }
  }
}
