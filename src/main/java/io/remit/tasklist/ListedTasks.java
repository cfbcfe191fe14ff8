package io.remit.tasklist;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads the pages of Tasklist's lists, and counts them, without reading the whole list.
 *
 * <p>The engine asks for distinct tasks, because a task comes twice where two of the user's grants meet it, or two of
 * its candidates are asked for. PostgreSQL sorts all that is in the list for that. Where nothing can come twice,
 * a page is read in the order of an index, and stops when it is full. A count stops at 1,000: it is then 1,001, for
 * more than that. What the user may see is checked in the same statement as ever, by the engine's own part of it.
 *
 * <p>That holds for the lists alone that somebody has open. All else is asked and counted as the engine does it.
 */
class ListedTasks extends TaskManager {

  /** The page of a list, its best task, or how many there are. */
  private static final Pattern LIST =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/filter/[^/]+/(list|singleResult|count)");
  private static final long CANNOT_TELL = -1;

  @Override
  @SuppressWarnings("unchecked")
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    if (!isForList() || !comeOnce(query)) {
      return super.findTasksByQueryCriteria(query);
    }
    configureQuery(query);
    return grantsMeetOnce(query.getAuthCheck()) || getDbEntityManager().selectBoolean("selectGrantsMeetOnce", query)
        ? getDbEntityManager().selectList("selectListedTasks", query) : super.findTasksByQueryCriteria(query);
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    if (isForList()) {
      configureQuery(query);
      long counted = (Long) getDbEntityManager().selectOne("countListedTasks", query);
      if (counted != CANNOT_TELL) {
        return counted;
      }
    }
    return super.findTaskCountByQueryCriteria(query);
  }

  private static boolean isForList() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
        && LIST.matcher(attributes.getRequest().getRequestURI()).matches();
  }

  /** Whether no candidate and no order brings another row for the same task. */
  private static boolean comeOnce(TaskQueryImpl query) {
    return query.getOrderingProperties().stream().allMatch(order -> order.getRelation() == null)
        && query.getQueries().stream().allMatch(ListedTasks::asksForNoCandidate);
  }

  private static boolean asksForNoCandidate(TaskQueryImpl query) {
    return query.getCandidateUser() == null && query.getCandidateGroups() == null
        && query.getCandidateGroupLike() == null && query.getInvolvedUser() == null
        && !query.isWithCandidateGroups() && !query.isWithCandidateUsers()
        && !query.isTaskNameCaseInsensitive();
  }

  /** There is nothing to compare, or the check of grants is no join. */
  private static boolean grantsMeetOnce(AuthorizationCheck check) {
    return !check.getShouldPerformAuthorizatioCheck() || check.isRevokeAuthorizationCheckEnabled();
  }
}
