package io.remit.outsourcing.answer;

import io.remit.partner.PartnerRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What partners sent, over REST. */
@RestController
@Tag(name = "Partners")
class PartnerFilesController {

  private static final int MOST = 200;

  private final PartnerFileRepository files;
  private final PartnerRegister register;

  PartnerFilesController(PartnerFileRepository files, PartnerRegister register) {
    this.files = files;
    this.register = register;
  }

  @GetMapping("/api/partners/{partnerId}/files")
  @Operation(summary = "The last files that a partner sent, the newest first, and what was wrong with them")
  List<PartnerFile> of(@PathVariable String partnerId) {
    if (register.find(partnerId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner");
    }
    return files.of(partnerId, MOST);
  }
}
