/* The open task's form. */

/** The open task's form, or null. */
export function form() {
  return document.querySelector('.task-card .fjs-container');
}

/** The button that completes the open task, or null. */
export function completeButton() {
  return document.querySelector('.task-card .form-actions .btn-primary');
}
