/*
 * Tasklist keeps a form's data in the browser when somebody presses Save or a session runs out: notes about debtors, on
 * a machine that the next shift uses. Save is not offered, and whatever was kept is taken away.
 */

const KEPT_FORMS = /^(camunda-form:|camForm:)/;
const ENDS = ['authentication.logout.success', 'authentication.login.required', 'authentication.changed',
  '$locationChangeSuccess'];

let watching = false;

/** From now on takes away what Tasklist keeps of forms: at once, at logout, and whenever another task is opened. */
export function forgetDrafts(rootScope) {
  forget();
  if (!watching) {
    watching = true;
    // behind Tasklist's own listeners, one of which keeps the form when the session has run out
    ENDS.forEach(end => rootScope.$on(end, () => setTimeout(forget)));
    window.addEventListener('pagehide', forget);
  }
}

function forget() {
  Object.keys(localStorage).filter(key => KEPT_FORMS.test(key)).forEach(key => localStorage.removeItem(key));
}
