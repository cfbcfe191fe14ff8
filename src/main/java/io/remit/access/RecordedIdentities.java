package io.remit.access;

import io.remit.audit.UserChange.What;
import io.remit.audit.UserChanges;
import io.remit.cases.News;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own users, of whom each change is written down in its transaction: the web apps, REST and code alike
 * have no other way to change one.
 */
abstract class RecordedIdentities extends DbIdentityServiceProvider {

  private final UserChanges changes;
  private final News news;

  RecordedIdentities(UserChanges changes, News news) {
    this.changes = changes;
    this.news = news;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    boolean password = ((UserEntity) user).hasNewPassword();
    IdentityOperationResult saved = super.saveUser(user);
    if (IdentityOperationResult.OPERATION_CREATE.equals(saved.getOperation())) {
      write(What.CREATED, user, null);
    } else {
      write(password ? What.PASSWORD : What.PROFILE, user, null);
    }
    return saved;
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    User user = findUserById(userId);
    IdentityOperationResult deleted = super.deleteUser(userId);
    if (user != null) {
      write(What.DELETED, user, null);
    }
    return deleted;
  }

  @Override
  public IdentityOperationResult unlockUser(String userId) {
    IdentityOperationResult unlocked = super.unlockUser(userId);
    if (IdentityOperationResult.OPERATION_UNLOCK.equals(unlocked.getOperation())) {
      write(What.UNLOCKED, findUserById(userId), null);
    }
    return unlocked;
  }

  @Override
  public IdentityOperationResult createMembership(String userId, String groupId) {
    IdentityOperationResult created = super.createMembership(userId, groupId);
    write(What.JOINED_GROUP, findUserById(userId), groupId);
    return created;
  }

  @Override
  public IdentityOperationResult deleteMembership(String userId, String groupId) {
    IdentityOperationResult deleted = super.deleteMembership(userId, groupId);
    if (IdentityOperationResult.OPERATION_DELETE.equals(deleted.getOperation())) {
      write(What.LEFT_GROUP, findUserById(userId), groupId);
    }
    return deleted;
  }

  @Override
  public IdentityOperationResult deleteGroup(String groupId) {
    List<User> members = membersOf(groupId);
    IdentityOperationResult deleted = super.deleteGroup(groupId);
    members.forEach(member -> write(What.LEFT_GROUP, member, groupId));
    return deleted;
  }

  private List<User> membersOf(String groupId) {
    Callable<List<User>> members = () -> createUserQuery().memberOfGroup(groupId).list();
    return Context.getCommandContext().runWithoutAuthorization(members);
  }

  private void write(What what, User user, @Nullable String groupId) {
    if (what == What.DELETED || what == What.LEFT_GROUP) {
      news.ofUser(user.getId());
    }
    changes.add(what, user.getId(), groupId, nameOf(user), Context.getCommandContext().getAuthenticatedUserId());
  }

  static String nameOf(User user) {
    return Stream.of(user.getFirstName(), user.getLastName()).filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
