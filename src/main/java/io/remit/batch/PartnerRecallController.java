package io.remit.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Recall of all cases of a partner, over REST. */
@RestController
@Tag(name = "Partners")
class PartnerRecallController {

  private final Batches batches;

  PartnerRecallController(Batches batches) {
    this.batches = batches;
  }

  /** Why they come back, in 10 to 500 characters. */
  record Wanted(@Nullable String reason) {
  }

  /** The number of the batch that recalls them, and how many they are. */
  record Recall(long batch, long cases) {
  }

  @PostMapping("/api/partners/{partnerId}/recall")
  @Operation(summary = "Recall all cases that a partner has or is about to get; each is worked by a batch")
  ResponseEntity<Recall> recall(@PathVariable String partnerId, @RequestBody Wanted wanted, Principal user) {
    long batch = batches.recallAllOf(partnerId, wanted.reason() == null ? "" : wanted.reason(), user.getName())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "this partner has no case"));
    return ResponseEntity.accepted().body(new Recall(batch, batches.count(batch, null)));
  }
}
