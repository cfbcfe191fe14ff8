package io.remit.outsourcing;

import io.remit.partner.Partner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The cases that are offered to a part-time collector, over REST. */
@RestController
@RequestMapping("/api/near-by")
@Tag(name = "Partners")
class NearByController {

  private final NearByDesk desk;

  NearByController(NearByDesk desk) {
    this.desk = desk;
  }

  /** @param knowsDebtor YES or NO: whether they know the debtor, or could gain or lose by the case */
  record Taking(@Nullable String knowsDebtor) {
  }

  @GetMapping
  @Operation(summary = "The cases that are offered to you near by: place, age and size, and nothing of the debtor")
  List<NearByOffer> all(Authentication user) {
    return desk.openFor(groupsOf(user));
  }

  @PostMapping("/{invitationId}/taking")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a case that is offered to you; 409 if somebody else was faster")
  void take(@PathVariable long invitationId, @RequestBody Taking taking, Authentication user) {
    desk.answer(invitationId, groupsOf(user), new NearByTaking.Answer(NearByTaking.Outcome.TAKEN,
        taking.knowsDebtor()), user.getName());
  }

  @PostMapping("/{invitationId}/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Do not take a case that is offered to you")
  void decline(@PathVariable long invitationId, Authentication user) {
    desk.answer(invitationId, groupsOf(user), new NearByTaking.Answer(NearByTaking.Outcome.DECLINED, null),
        user.getName());
  }

  private static Set<String> groupsOf(Authentication user) {
    return user.getAuthorities().stream().map(GrantedAuthority::getAuthority).filter(Partner::isGroup)
        .collect(Collectors.toSet());
  }
}
