/*
 * Where people log in at their organisation, the page of a web app leads there when nobody is logged in: then the app's
 * own login, which it shows after a logout and when a login is over, gives way to the page loaded anew.
 */

const WITH_PASSWORD = '?password';
let asked = false;

async function giveWay() {
  const page = await fetch(window.location.pathname, {method: 'HEAD', redirect: 'manual'});
  if (page.type === 'opaqueredirect') {
    window.location.replace(window.location.pathname);
  }
}

/** Calls it when the app shows its login. */
function watch() {
  const shown = window.location.hash.startsWith('#/login');
  if (shown && !asked) {
    giveWay();
  }
  asked = shown;
}

if (window.location.search !== WITH_PASSWORD) {
  new MutationObserver(watch).observe(document.documentElement, {childList: true, subtree: true});
}
