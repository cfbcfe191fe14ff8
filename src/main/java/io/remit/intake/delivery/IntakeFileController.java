package io.remit.intake.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far files are, however they came and on whatever node they are taken in. */
@RestController
@RequestMapping("/api/intake/files")
@Tag(name = "Intake")
class IntakeFileController {

  private static final int SHOWN = 50;

  private final IntakeFiles files;

  IntakeFileController(IntakeFiles files) {
    this.files = files;
  }

  /** Files. */
  record Newest(List<FileProgress> items) {
  }

  @GetMapping
  @Operation(summary = "The newest files, the newest first")
  Newest newest() {
    return new Newest(files.newest(SHOWN));
  }

  @GetMapping("/{fileId}")
  @Operation(summary = "How far a file is; when it is done, what the call that sent it answers")
  FileProgress file(@PathVariable long fileId) {
    return files.progressOf(fileId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such file"));
  }
}
