package io.remit.access;

import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's filters say what a {@link TaskFilter} says, and lets its audience read them. A filter of another
 * name is left alone; who wants to change one of these in Tasklist saves it under a new name.
 */
@Component
class FilterSetup {

  private final FilterService filters;
  private final TaskService tasks;
  private final GrantSetup grants;

  FilterSetup(FilterService filters, TaskService tasks, GrantSetup grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  void ensure(TaskFilter taskFilter, List<String> partnerGroupIds) {
    String filterId = save(taskFilter);
    taskFilter.audience().staff().forEach(group -> grants.ensure(readGrant(group.id(), filterId)));
    if (taskFilter.audience().partners()) {
      partnerGroupIds.forEach(groupId -> grants.ensure(readGrant(groupId, filterId)));
    }
  }

  static Grant readGrant(String groupId, String filterId) {
    return new Grant(groupId, Resources.FILTER, filterId, List.of(Permissions.READ));
  }

  private String save(TaskFilter taskFilter) {
    FilterEntity wanted = new FilterEntity(EntityTypes.TASK);
    wanted.setName(taskFilter.name());
    wanted.setProperties(taskFilter.properties());
    wanted.setQuery(taskFilter.tasks().apply(tasks.createTaskQuery()));

    Filter existing = filters.createFilterQuery().filterName(taskFilter.name()).singleResult();
    if (existing == null) {
      return filters.saveFilter(wanted).getId();
    }
    if (!sameContent((FilterEntity) existing, wanted)) {
      existing.setProperties(wanted.getProperties());
      existing.setQuery(wanted.getQuery());
      filters.saveFilter(existing);
    }
    return existing.getId();
  }

  private static boolean sameContent(FilterEntity one, FilterEntity other) {
    return one.getQueryInternal().equals(other.getQueryInternal())
        && one.getProperties().equals(other.getProperties());
  }
}
