/* The server counts a list up to 1,000 tasks and says 1,001 for more: the page says so, see user-styles.css. */

const COUNTED = 1000;

export const longList = {
  id: 'remit-long-list',
  pluginPoint: 'tasklist.list',
  priority: 100,
  render: (node, data, scope) => scope.tasklistData.newChild(scope).observe('taskList',
    list => document.body.classList.toggle('remit-long-list', list.count > COUNTED))
};
