package io.remit.access;

import io.remit.access.EngineUsers.Found;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Helps who has lost the phone, and the codes for an emergency too; for another administrator. */
@RestController
@Tag(name = "Users")
class SecondFactorResetController {

  private final EngineUsers users;
  private final SecondFactorEnrolment enrolment;

  SecondFactorResetController(EngineUsers users, SecondFactorEnrolment enrolment) {
    this.users = users;
    this.enrolment = enrolment;
  }

  @DeleteMapping("/api/users/{userId}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a user's second factor away; the user sets another one up at the next login")
  void reset(@PathVariable String userId, Authentication caller) {
    Found user = users.withId(userId).orElseThrow(() -> notFound("there is no such user"));
    // by the id as the database has it: others may compare it more loosely
    if (user.user().getId().equals(caller.getName())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "another administrator has to take yours away");
    }
    if (!enrolment.takeAway(user, caller.getName())) {
      throw notFound("this user has no second factor");
    }
  }

  private static ResponseStatusException notFound(String reason) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
  }
}
