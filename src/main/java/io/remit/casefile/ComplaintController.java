package io.remit.casefile;

import io.remit.complaint.Complaint;
import io.remit.complaint.Complaints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
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

/** Complaints of debtors about how they were treated. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/complaints")
@Tag(name = "Complaints")
class ComplaintController {

  private final KnownCases cases;
  private final Complaints complaints;

  ComplaintController(KnownCases cases, Complaints complaints) {
    this.cases = cases;
    this.complaints = complaints;
  }

  /**
   * @param channel by which the debtor told it, SMS, EMAIL, CALL, ROBOT_CALL, VISIT or LETTER; or null
   * @param aboutUserId the person complained about, or null
   */
  record Said(@Nullable String channel, @Nullable String aboutUserId, String words) {
  }

  /** The complaint's name, such as C100001-K9. */
  record Taken(String complaint) {
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Take a complaint: another supervisor handles it, and the person complained about stays away")
  Taken take(@PathVariable String caseNumber, @RequestBody Said said, Principal user) {
    cases.number(caseNumber);
    return new Taken(complaints.open(caseNumber, said.channel(), said.aboutUserId(), said.words(), user.getName())
        .toString());
  }

  @GetMapping
  @Operation(summary = "The complaints about the treatment in a case, oldest first; not those about who asks")
  List<Complaint> of(@PathVariable String caseNumber, Principal user) {
    return complaints.ofCase(cases.number(caseNumber), user.getName());
  }
}
