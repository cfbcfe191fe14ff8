package io.remit.process.time;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows and moves the demo's clock. */
@RestController
@RequestMapping("/api/clock")
@Profile("demo")
@Tag(name = "Clock", description = "The demo's movable clock")
class ClockController {

  private static final Duration FARTHEST = Duration.ofDays(3660);

  private final MovableClock clock;

  ClockController(MovableClock clock) {
    this.clock = clock;
  }

  /**
   * Where to move the clock: one of both.
   *
   * @param days whole days ahead, 0 to 3660
   * @param to a moment ahead
   */
  record Move(Integer days, Instant to) {
  }

  @GetMapping
  @Operation(summary = "Where the clock stands")
  Map<String, Instant> now() {
    return Map.of("now", clock.now());
  }

  @PostMapping("/advance")
  @Operation(summary = "Move the clock ahead, run what falls due in order, answer when all is quiet")
  MovableClock.Advance advance(@RequestBody Move move) {
    if ((move.days() == null) == (move.to() == null)) {
      throw badRequest("give either days or to");
    }
    Duration ahead = move.days() != null ? Duration.ofDays(move.days()) : Duration.between(clock.now(), move.to());
    if (ahead.compareTo(FARTHEST) > 0) {
      throw badRequest("the clock moves 3660 days at most");
    }
    try {
      return clock.advance(now -> move.to() != null ? move.to() : now.plus(ahead));
    } catch (IllegalArgumentException back) {
      throw badRequest(back.getMessage());
    }
  }

  private static ResponseStatusException badRequest(String reason) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
  }
}
