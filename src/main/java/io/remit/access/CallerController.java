package io.remit.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who calls: a page that offers only what its user may do asks it. */
@RestController
@Tag(name = "Users")
class CallerController {

  /** @param groups their ids, in order */
  record Caller(String userId, List<String> groups) {
  }

  @GetMapping("/api/me")
  @Operation(summary = "Who the caller is, and in which groups")
  Caller caller(Authentication caller) {
    return new Caller(caller.getName(),
        caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList());
  }
}
