/*
 * Reads the open list anew every half minute, and only while somebody can see it. Tasklist itself would read a list every
 * ten seconds, which costs the server more than all that people do.
 */

const BEATS = 3;

export const refresh = {
  id: 'remit-refresh',
  pluginPoint: 'tasklist.list',
  priority: 100,
  render: (node, data, scope) => {
    let beats = 0;
    // Tasklist's own beat, every ten seconds
    scope.$on('refresh', () => {
      beats++;
      if (beats >= BEATS && !document.hidden) {
        beats = 0;
        reload(scope);
      }
    });
  }
};

/** Reads the open list anew. */
export function reload(scope) {
  scope.tasklistData.changed('taskList');
}
