package io.remit.access;

import io.remit.access.AccessLimit.Holder;
import io.remit.access.AccessLimit.Holder.Kind;
import io.remit.access.AccessLimits.Visitor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** From where and when users and groups may work, for administrators. */
@RestController
@RequestMapping("/api/access-limits")
@Tag(name = "Access limits")
class AccessLimitController {

  private final AccessLimits limits;
  private final EngineUsers users;

  AccessLimitController(AccessLimits limits, EngineUsers users) {
    this.limits = limits;
    this.users = users;
  }

  /** @param hours null for all hours */
  record Limit(Kind kind, String holder, List<String> networks, @Nullable ShownHours hours) {

    static Limit of(AccessLimit limit) {
      AccessLimit.Hours hours = limit.hours();
      return new Limit(limit.holder().kind(), limit.holder().id(), limit.networks(),
          hours == null ? null : new ShownHours(hours.from(), hours.to(), hours.days(), hours.zone()));
    }
  }

  record ShownHours(LocalTime from, LocalTime to, Set<DayOfWeek> days, ZoneId zone) {
  }

  @GetMapping
  @Operation(summary = "All limits")
  List<Limit> all() {
    return limits.all().stream().map(Limit::of).toList();
  }

  @PutMapping("/users/{userId}")
  @Operation(summary = "Set from where and when a user may work, in place of what holds for the user's groups")
  Limit setForUser(@PathVariable String userId, @RequestBody AccessLimitEntry entry, Authentication caller,
      HttpServletRequest request) {
    if (users.withId(userId).isEmpty()) {
      throw notFound("there is no such user");
    }
    return set(new Holder(Kind.USER, userId), entry, Visitor.of(caller, request));
  }

  @PutMapping("/groups/{groupId}")
  @Operation(summary = "Set from where and when the users of a group may work")
  Limit setForGroup(@PathVariable String groupId, @RequestBody AccessLimitEntry entry, Authentication caller,
      HttpServletRequest request) {
    if (!users.isGroup(groupId)) {
      throw notFound("there is no such group");
    }
    return set(new Holder(Kind.GROUP, groupId), entry, Visitor.of(caller, request));
  }

  @DeleteMapping("/users/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lift a user's own limit")
  void liftFromUser(@PathVariable String userId, Authentication caller, HttpServletRequest request) {
    lift(new Holder(Kind.USER, userId), Visitor.of(caller, request));
  }

  @DeleteMapping("/groups/{groupId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Lift a group's limit")
  void liftFromGroup(@PathVariable String groupId, Authentication caller, HttpServletRequest request) {
    lift(new Holder(Kind.GROUP, groupId), Visitor.of(caller, request));
  }

  private Limit set(Holder holder, AccessLimitEntry entry, Visitor by) {
    AccessLimit limit = entry.checkedFor(holder);
    limits.set(limit, by);
    return Limit.of(limit);
  }

  private void lift(Holder holder, Visitor by) {
    if (!limits.remove(holder, by)) {
      throw notFound("there is no such limit");
    }
  }

  private static ResponseStatusException notFound(String reason) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
  }
}
