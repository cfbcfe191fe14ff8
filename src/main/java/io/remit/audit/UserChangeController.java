package io.remit.audit;

import io.remit.audit.UserChanges.KnownUser;
import io.remit.files.ListPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who are users and ever were, and what was done to their accounts; for administrators and managers. */
@RestController
@RequestMapping("/api/audit/users")
@Tag(name = "Audit")
class UserChangeController {

  private static final int LARGEST_PAGE = 1000;

  private final UserChanges changes;

  UserChangeController(UserChanges changes) {
    this.changes = changes;
  }

  record Users(List<KnownUser> items, int page, int size, long total) {
  }

  record Changes(List<UserChange> items, int page, int size) {
  }

  @GetMapping
  @Operation(summary = "All that are users or ever were, by id; an id that was given anew is there twice")
  Users all(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    return new Users(changes.all(page, size), page, size, changes.count());
  }

  @GetMapping("/{userId}")
  @Operation(summary = "What was done to the account of one user, by whom and from where, the newest first")
  Changes one(@PathVariable String userId, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    if (!changes.knows(userId)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there never was such a user");
    }
    return new Changes(changes.of(userId, page, size), page, size);
  }
}
