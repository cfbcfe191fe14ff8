package io.remit.access;

import io.remit.access.AccessLimit.Holder;
import io.remit.access.AccessLimit.Holder.Kind;
import io.remit.cases.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From where and when people may work. A user's own limit holds in place of those of the user's groups; of several
 * groups each must let the user in. Who has no limit may work from anywhere at any hour.
 */
@Component
class AccessLimits {

  private final AccessLimitRepository limits;
  private final Clock clock;

  AccessLimits(AccessLimitRepository limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Somebody who wants to work. */
  record Visitor(String userId, Collection<String> groups, String address) {

    /** Who sends a request. */
    static Visitor of(Authentication user, HttpServletRequest request) {
      return new Visitor(user.getName(), AuthorityUtils.authorityListToSet(user.getAuthorities()),
          request.getRemoteAddr());
    }
  }

  List<AccessLimit> all() {
    return limits.all();
  }

  /** Why somebody may not work now from where they are, in words for them; empty if they may. */
  Optional<String> refusal(Visitor visitor) {
    List<AccessLimit> held = limits.of(visitor.userId(), visitor.groups());
    List<AccessLimit> own = held.stream().filter(limit -> limit.holder().kind() == Kind.USER).toList();
    return (own.isEmpty() ? held : own).stream().map(limit -> limit.refuses(visitor.address(), clock.instant()))
        .flatMap(Optional::stream).findFirst();
  }

  /**
   * Sets a limit in place of the one before.
   *
   * @throws InvalidInputException if it would shut out who sets it; then nothing is set
   */
  @Transactional
  void set(AccessLimit limit, Visitor by) {
    limits.save(limit, by.userId(), clock.instant());
    mustStayIn(by);
  }

  /**
   * Removes a limit.
   *
   * @return false if there was none
   * @throws InvalidInputException if that would shut out who removes it; then nothing is removed
   */
  @Transactional
  boolean remove(Holder holder, Visitor by) {
    boolean removed = limits.remove(holder);
    mustStayIn(by);
    return removed;
  }

  private void mustStayIn(Visitor by) {
    refusal(by).ifPresent(why -> {
      throw new InvalidInputException("limit", "would shut you out: " + why);
    });
  }
}
