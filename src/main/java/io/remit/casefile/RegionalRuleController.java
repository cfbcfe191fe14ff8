package io.remit.casefile;

import io.remit.region.RegionalRelief;
import io.remit.region.RegionalRule;
import io.remit.region.RegionalRules;
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

/** Relief for regions, by dated rules. */
@RestController
@RequestMapping("/api/regional-rules")
@Tag(name = "Regional rules")
class RegionalRuleController {

  private final RegionalRelief relief;
  private final RegionalRules rules;

  RegionalRuleController(RegionalRelief relief, RegionalRules rules) {
    this.relief = relief;
    this.rules = rules;
  }

  /** The number of what was made. */
  record Made(long ruleId) {
  }

  @GetMapping
  @Operation(summary = "All rules for regions, the newest first")
  List<RegionalRule> all() {
    return rules.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Leave everybody in a region in peace, or visit nobody there, from one day to another")
  Made add(@RequestBody RegionalRelief.Entered rule, Principal user) {
    return new Made(relief.add(rule, user.getName()));
  }

  @PostMapping("/{ruleId}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a rule before its time")
  void end(@PathVariable long ruleId, Principal user) {
    if (rules.find(ruleId).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such rule");
    }
    if (!relief.end(ruleId, user.getName())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "the rule was ended before");
    }
  }
}
