package io.remit.trial;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.remit.release.UnknownReleaseException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the open portfolio would do under a release, for those who change models and decide on them. */
@RestController
@RequestMapping("/api/models/releases/{number}/trial")
@Tag(name = "Models")
class ModelTrialController {

  private static final int DAYS = 30;

  private final ModelTrials trials;
  private final ModelTrialRepository repository;

  ModelTrialController(ModelTrials trials, ModelTrialRepository repository) {
    this.trials = trials;
    this.repository = repository;
  }

  /** @param days how long the portfolio lives; null for 30 */
  record Order(@Nullable Integer days) {
  }

  /**
   * A trial and what came of it.
   *
   * @param trial null if nobody tried the release
   * @param text the report in words, by {@code Accept-Language}; null as long as there is none
   * @param report the same for programs, or null
   */
  record TriedRelease(@Nullable ModelTrial trial, @Nullable String text, @JsonRawValue @Nullable String report) {
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Try a release: what would the open portfolio do under it?",
      description = "On two copies that know nobody and reach nobody, in the background; it takes minutes.")
  @ApiResponse(responseCode = "409", description = "Another release is being tried")
  ModelTrial begin(@PathVariable int number, @RequestBody Order order, Principal user) {
    return trials.begin(number, order.days() == null ? DAYS : order.days(), user.getName());
  }

  @GetMapping
  @Operation(summary = "The newest trial of a release, if there is one, and its report when it has ended")
  TriedRelease newest(@PathVariable int number, Locale language) {
    return repository.newestOf(number).map(trial -> new TriedRelease(trial,
        repository.text(trial.trialId(), language).orElse(null), repository.json(trial.trialId()).orElse(null)))
        .orElse(new TriedRelease(null, null, null));
  }

  @ExceptionHandler
  ProblemDetail another(DuplicateKeyException underWay) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "another release is being tried; wait for its end");
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownReleaseException unknown) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
  }
}
