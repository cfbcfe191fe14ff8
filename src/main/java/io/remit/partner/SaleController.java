package io.remit.partner;

import io.remit.partner.Sales.Signature;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The legal basis of the sale of debts to a partner, over REST. */
@RestController
@RequestMapping("/api/partners/{partnerId}/sale-basis")
@Tag(name = "Partners")
class SaleController {

  private final Sales sales;
  private final PartnerRegister register;

  SaleController(Sales sales, PartnerRegister register) {
    this.sales = sales;
    this.register = register;
  }

  /**
   * A legal basis.
   *
   * @param basis one of {@code sale-basis}
   * @param document where the paper is
   */
  record Basis(@Nullable String basis, @Nullable String document) {
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Enter the legal basis on which debts are sold to a partner; a legal officer and a supervisor"
      + " have to sign it")
  void enter(@PathVariable String partnerId, @RequestBody Basis basis, Principal user) {
    require(partnerId);
    sales.enter(partnerId, basis.basis(), basis.document(), user.getName());
  }

  @PostMapping("/legal-signature")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sign the legal basis of a sale as a legal officer")
  void signAsLegalOfficer(@PathVariable String partnerId, Principal user) {
    require(partnerId);
    sales.sign(partnerId, Signature.LEGAL, user.getName());
  }

  @PostMapping("/supervisor-signature")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sign the legal basis of a sale as a supervisor")
  void signAsSupervisor(@PathVariable String partnerId, Principal user) {
    require(partnerId);
    sales.sign(partnerId, Signature.SUPERVISOR, user.getName());
  }

  private void require(String partnerId) {
    if (register.find(partnerId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner");
    }
  }
}
