package io.remit.casefile;

import io.remit.cases.DebtorRepository;
import io.remit.safety.SafetyNote;
import io.remit.safety.SafetyNotes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Notes on the safety of those who visit a debtor. */
@RestController
@RequestMapping("/api/debtors")
@Tag(name = "Debtors")
class SafetyNoteController {

  private final DebtorRepository debtors;
  private final SafetyNotes notes;

  SafetyNoteController(DebtorRepository debtors, SafetyNotes notes) {
    this.debtors = debtors;
    this.notes = notes;
  }

  /** The number of what was made. */
  record Written(long noteId) {
  }

  @GetMapping({"/{debtorId}/safety-notes", "/safety-notes"})
  @Operation(summary = "The safety notes in force about a debtor, the newest first")
  List<SafetyNote> all(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery) {
    return notes.of(known(inPath, inQuery));
  }

  @PostMapping({"/{debtorId}/safety-notes", "/safety-notes"})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Write what whoever visits the debtor next has to mind, or that nobody goes there")
  Written write(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @RequestBody SafetyNotes.Entered note,
      Principal user) {
    return new Written(notes.write(known(inPath, inQuery), note, user.getName()));
  }

  @PostMapping({"/{debtorId}/safety-notes/{noteId}/end", "/safety-notes/{noteId}/end"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "A safety note holds no more")
  void end(@PathVariable(name = "debtorId", required = false) String inPath,
      @RequestParam(name = "debtor", required = false) String inQuery, @PathVariable long noteId, Principal user) {
    if (!notes.end(known(inPath, inQuery), noteId, user.getName())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such note in force");
    }
  }

  private String known(String inPath, String inQuery) {
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    try {
      return debtors.get(debtorId).debtorId();
    } catch (EmptyResultDataAccessException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such debtor");
    }
  }
}
