package io.remit.access;

import io.remit.audit.UserChanges;
import io.remit.cases.News;
import java.util.Objects;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The engine's users, of whom each change is written down, with Remit's rules for their passwords. The engine comes
 * here for every check and every change of a password, from whichever web app or interface. The engine's own lock,
 * which anybody could close for good, is off.
 */
class GuardedIdentities extends RecordedIdentities {

  private final PasswordChecks checks;
  private final RememberedPasswords remembered;
  private final OwedPasswords owed;
  private final LoginPlaces places;
  private final ProviderUsers atProvider;
  private final SecondFactors factors;

  GuardedIdentities(UserChanges changes, PasswordChecks checks, RememberedPasswords remembered, OwedPasswords owed,
      LoginPlaces places, ProviderUsers atProvider, SecondFactors factors, News news) {
    super(changes, news);
    this.checks = checks;
    this.remembered = remembered;
    this.owed = owed;
    this.places = places;
    this.atProvider = atProvider;
    this.factors = factors;
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    if (userId == null || password == null) {
      return false;
    }
    UserEntity user = EngineUsers.canBe(userId) ? findUserById(userId) : null;
    String hash = user == null ? null : user.getPassword();
    if (!checks.isRight(userId, password, hash, () -> matchPassword(password, user))) {
      return false;
    }
    // only the password of a user can be right
    UserEntity known = Objects.requireNonNull(user);
    if (!Objects.requireNonNull(hash).startsWith("{" + PasswordHash.NAME + "}")) {
      takeOver(known, password);
    }
    remembered.remember(userId, password, known.getPassword());
    return true;
  }

  /** Replaces a hash of older days. The engine writes it with the end of its command. */
  private static void takeOver(UserEntity user, String password) {
    user.setPassword(password);
    user.encryptPassword();
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    boolean newPassword = ((UserEntity) user).hasNewPassword();
    IdentityOperationResult saved = super.saveUser(user);
    if (newPassword) {
      noteWhoChose(user.getId());
    }
    return saved;
  }

  /** What Remit sets at its start is nobody's choice; what comes without a user from outside is somebody else's. */
  private void noteWhoChose(String userId) {
    String by = getCommandContext().getAuthenticatedUserId();
    if (userId.equals(by)) {
      owed.isOwedNoMore(userId);
    } else if (by != null || RequestContextHolder.getRequestAttributes() != null) {
      owed.owe(userId, by);
    }
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    IdentityOperationResult deleted = super.deleteUser(userId);
    owed.isOwedNoMore(userId);
    places.forget(userId);
    atProvider.forget(userId);
    factors.forget(userId);
    return deleted;
  }
}
