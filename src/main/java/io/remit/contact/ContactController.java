package io.remit.contact;

import io.remit.cases.Channel;
import io.remit.contact.ContactAttempt.Status;
import io.remit.files.ListPage;
import io.remit.gate.GateDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contact ledger, for staff. */
@RestController
@RequestMapping("/api/contacts")
@Tag(name = "Contacts")
class ContactController {

  private static final int LARGEST_PAGE = 1000;

  private final ContactAttempts ledger;

  ContactController(ContactAttempts ledger) {
    this.ledger = ledger;
  }

  /** One attempt and what the gate said of it. */
  record Contact(long id, String caseNumber, String debtorId, Channel channel, Status status,
      @Nullable String template, Instant plannedAt, @Nullable Instant sentAt, String actor, GateDecision decision) {
  }

  /** One page, newest first. */
  record Page(List<Contact> items, int page, int size, long total) {
  }

  @GetMapping
  @Operation(summary = "Contact attempts by debtor, status and time of planning")
  Page find(@RequestParam(required = false) @Nullable String debtor,
      @RequestParam(required = false) @Nullable Status status,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant to,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    ContactAttempts.Criteria criteria = new ContactAttempts.Criteria(debtor, status, from, to);
    List<Contact> items = ledger.find(criteria, page, size).stream().map(attempt -> new Contact(attempt.attemptId(),
        attempt.caseNumber(), attempt.debtorId(), attempt.channel(), attempt.status(), attempt.template(),
        attempt.plannedAt(), attempt.sentAt(), attempt.actor(), attempt.decision())).toList();
    return new Page(items, page, size, ledger.count(criteria));
  }
}
