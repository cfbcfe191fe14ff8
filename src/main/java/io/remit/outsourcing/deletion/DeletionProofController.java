package io.remit.outsourcing.deletion;

import io.remit.partner.PartnerRegister;
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
import org.springframework.web.server.ResponseStatusException;

/** Which proofs of deletion are missing, over REST. */
@RestController
@RequestMapping("/api/partners/{partnerId}/deletion-proofs")
@Tag(name = "Partners")
class DeletionProofController {

  private static final int MOST = 10_000;

  private final DeletionProofs proofs;
  private final PartnerRegister register;

  DeletionProofController(DeletionProofs proofs, PartnerRegister register) {
    this.proofs = proofs;
    this.register = register;
  }

  /**
   * A letter of the partner's.
   *
   * @param cases the numbers of the cases that it names
   * @param deletedOn ISO date
   * @param note which letter it is
   */
  record Letter(@Nullable List<String> cases, @Nullable String deletedOn, @Nullable String note) {
  }

  @GetMapping
  @Operation(summary = "The proofs of deletion that a partner owes, the oldest first")
  List<DeletionProof> missing(@PathVariable String partnerId) {
    require(partnerId);
    return proofs.missing(partnerId, MOST);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Record a letter in which a partner confirms that it deleted the data of cases; all or none")
  void letter(@PathVariable String partnerId, @RequestBody Letter letter, Principal user) {
    require(partnerId);
    proofs.confirmedByLetter(partnerId, letter.cases() == null ? List.of() : letter.cases(), letter.deletedOn(),
        letter.note(), user.getName());
  }

  private void require(String partnerId) {
    if (register.find(partnerId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner");
    }
  }
}
