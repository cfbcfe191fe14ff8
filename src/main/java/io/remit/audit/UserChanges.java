package io.remit.audit;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.audit.UserChange.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was done to the accounts of all users that ever were. It is written in the transaction of the change itself, so
 * no change is without it; and it outlives the user, so that whoever did something stays known when deleted.
 */
@Repository
public class UserChanges {

  private static final String SELECT = """
      select at, user_id, what, group_id, user_name, changed_by, address from user_change
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  UserChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Somebody who ever was a user.
   *
   * @param userName what the user was called last
   * @param createdAt when the account was made, or found first
   * @param createdBy user id; null if Remit made it, or it was there before changes were written down
   * @param deletedAt null while there is one
   * @param deletedBy user id, or null
   */
  record KnownUser(String userId, String userName, Instant createdAt, @Nullable String createdBy,
      @Nullable Instant deletedAt, @Nullable String deletedBy) {
  }

  /**
   * Writes a change down, as coming from the request that is served.
   *
   * @param changedBy user id; null if Remit does it by itself
   */
  public void add(What what, String userId, @Nullable String groupId, String userName, @Nullable String changedBy) {
    jdbc.sql("""
        insert into user_change (at, user_id, what, group_id, user_name, changed_by, address)
        values (:at, :user, :what, :group, :name, :by, :address)
        """).param("at", utc(clock.instant())).param("user", userId).param("what", what.name())
        .param("group", groupId).param("name", userName).param("by", changedBy)
        .param("address", AuditTrail.address()).update();
  }

  /** Whether there is, or ever was, such a user. */
  public boolean knows(String userId) {
    return jdbc.sql("select count(*) from user_change where user_id = :user").param("user", userId)
        .query(Long.class).single() > 0;
  }

  /**
   * The first change since a moment, that moment included, by which somebody else may act as this user, or the user as
   * somebody else: the account was made, its password was set by another, its second factor taken away, or its
   * groups were changed by anybody. What Remit does by itself, and a user's own change of the password, is none.
   */
  public Optional<UserChange> since(String userId, Instant moment) {
    return jdbc.sql(SELECT + """
         where user_id = :user and at >= :moment and changed_by is not null
           and (what in ('CREATED', 'JOINED_GROUP', 'LEFT_GROUP', 'SECOND_FACTOR_RESET')
             or what = 'PASSWORD' and changed_by <> user_id)
         order by change_id limit 1
        """).param("user", userId).param("moment", utc(moment)).query(UserChanges::read)
        .optional();
  }

  /**
   * Who made this user's account or set its password, who did so with theirs, and so on: all who could act as them.
   */
  Set<String> makersOf(String userId) {
    Set<String> makers = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(userId));
    while (!next.isEmpty()) {
      for (String maker : directMakersOf(next.pop())) {
        if (makers.add(maker)) {
          next.push(maker);
        }
      }
    }
    return makers;
  }

  private List<String> directMakersOf(String userId) {
    return jdbc.sql("""
        select distinct changed_by from user_change
         where user_id = :user and what in ('CREATED', 'PASSWORD') and changed_by <> user_id
           and change_id >= coalesce(
             (select max(change_id) from user_change where user_id = :user and what = 'CREATED'), 0)
        """).param("user", userId).query(String.class).list();
  }

  /** What was done to one user's account, the newest first. */
  List<UserChange> of(String userId, int page, int size) {
    return jdbc.sql(SELECT + " where user_id = :user order by change_id desc limit :size offset :offset")
        .param("user", userId).param("size", size).param("offset", (long) page * size).query(UserChanges::read).list();
  }

  /** All that ever were users, by id; one for each time that an id was given anew. */
  List<KnownUser> all(int page, int size) {
    return jdbc.sql("""
        select made.user_id, made.at as created_at, made.changed_by as created_by, ended.at as deleted_at,
               ended.changed_by as deleted_by,
               (select named.user_name from user_change named where named.change_id = (
                  select max(last.change_id) from user_change last
                   where last.user_id = made.user_id and last.change_id >= made.change_id
                     and last.change_id <= coalesce(ended.change_id, last.change_id)
                     and last.user_name is not null)) as user_name
          from user_change made
          left join user_change ended on ended.change_id = (
            select min(later.change_id) from user_change later
             where later.user_id = made.user_id and later.what = 'DELETED' and later.change_id > made.change_id)
         where made.what in ('CREATED', 'FOUND')
         order by made.user_id, made.change_id limit :size offset :offset
        """).param("size", size).param("offset", (long) page * size).query((row, number) -> new KnownUser(
            row.getString("user_id"), row.getString("user_name"), instant(row, "created_at"),
            row.getString("created_by"), instantOrNull(row, "deleted_at"), row.getString("deleted_by"))).list();
  }

  long count() {
    return jdbc.sql("select count(*) from user_change where what in ('CREATED', 'FOUND')").query(Long.class).single();
  }

  private static UserChange read(ResultSet row, int number) throws SQLException {
    return new UserChange(instant(row, "at"), row.getString("user_id"),
        What.valueOf(row.getString("what")),
        row.getString("group_id"), row.getString("user_name"), row.getString("changed_by"), row.getString("address"));
  }
}
