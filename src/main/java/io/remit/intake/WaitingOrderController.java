package io.remit.intake;

import io.remit.ledger.WaitingOrder;
import io.remit.payment.WaitingOrders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The orders of payments files that do not count yet. */
@RestController
@RequestMapping("/api/waiting-orders")
@Tag(name = "Intake")
class WaitingOrderController {

  private final WaitingOrders orders;

  WaitingOrderController(WaitingOrders orders) {
    this.orders = orders;
  }

  /** The orders. */
  record Waiting(List<WaitingOrder> items) {
  }

  /** @param reason why, for the record; up to 500 characters */
  record WhyRejected(String reason) {
  }

  @GetMapping
  @Operation(summary = "Payments, reversals and chargebacks that do not count, and why; the oldest first")
  Waiting waiting() {
    return new Waiting(orders.all());
  }

  @PostMapping("/{entryId}/rejection")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Reject one: it never counts, whatever comes later",
      description = "Not by who sent its file. A corrected order has to bear another reference.")
  void reject(@PathVariable long entryId, @RequestBody WhyRejected why, Principal user) {
    if (!orders.reject(entryId, why.reason(), user.getName())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such order waits");
    }
  }
}
