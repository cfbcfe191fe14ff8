/*
 * What is inside a collapsed stage: how many cases, where Cockpit itself shows three dots, and which, where Cockpit
 * itself looks for cases at the stage's edge and finds none.
 */

const COUNTED = 'cockpit.plugin.base.views:diagram-plugins:instance-plugin-loaded';

/** The numbers on the diagram of a process, and the list of the cases of a stage that is clicked. */
export const insideOfStages = {
  id: 'remit-inside-of-stages',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: (viewer, data, scope) => {
    const collapsed = new Map(viewer.get('elementRegistry')
      .filter(shape => shape.collapsed && shape.businessObject.flowElements)
      .map(shape => [shape.id, elementsIn(shape.businessObject)]));
    const page = scope.processData.newChild(scope);
    let counts = new Map();
    let filter = {};
    const showNumbers = () => counts.size > 0 && collapsed.forEach((elements, id) => {
      const badge = document.querySelector(`.djs-overlays[data-container-id="${id}"] .instance-count`);
      if (badge) {
        badge.textContent = elements.reduce((sum, each) => sum + (counts.get(each) || 0), 0);
      }
    });
    const listInside = () => {
      const chosen = filter.activityIds || [];
      const activityIds = chosen.flatMap(id => (collapsed.get(id) || []).filter(each => counts.get(each)));
      if (activityIds.length > 0) {
        activityIds.push(...chosen.filter(id => !collapsed.has(id)));
        // a change while Cockpit tells of the one before would be lost
        setTimeout(() => scope.$apply(() => page.set('filter', {...filter, activityIds})));
      }
    };
    page.observe(['activityInstanceStatistics'], statistics => {
      counts = new Map(statistics.map(({id, instances}) => [id, instances]));
      showNumbers();
      listInside();
    });
    // Cockpit draws its counts anew when they change, and when they are switched on
    scope.$on(COUNTED, showNumbers);
    page.observe(['filter'], shown => {
      filter = shown;
      listInside();
    });
  }
};

/** The ids of all elements of a sub-process. */
function elementsIn({flowElements = []}) {
  return flowElements.flatMap(each => [each.id, ...elementsIn(each)]);
}
