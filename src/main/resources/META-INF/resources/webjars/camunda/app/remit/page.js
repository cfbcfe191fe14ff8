/* The page around Remit's parts of Camunda's web apps: elements, and the services of the app. */

/** Makes an element; children that are no elements become text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

/** A service of the app by its name in AngularJS. */
export function service(name) {
  return window.angular.element(document.body).injector().get(name);
}

/** A part of the page's address behind its question mark, such as Tasklist's task; null if it is not there. */
export function address(part) {
  return service('$location').search()[part] || null;
}

/** Changes parts of the page's address; null takes one away. */
export function goTo(parts) {
  const location = service('$location');
  service('$rootScope').$applyAsync(() => {
    Object.entries(parts).forEach(([name, value]) => location.search(name, value));
  });
}

/** Who is logged in. */
export function userId() {
  return service('$rootScope').authentication.name;
}

/** Resolves with what a function finds as soon as it finds something; with null if that takes too long. */
export function appears(find, patience = 15000) {
  return new Promise(resolve => {
    const look = () => {
      const found = find();
      if (found) {
        stop(found);
      }
    };
    const watching = new MutationObserver(look);
    const tooLong = setTimeout(() => stop(null), patience);
    const stop = found => {
      watching.disconnect();
      clearTimeout(tooLong);
      resolve(found);
    };
    watching.observe(document.body, {childList: true, subtree: true, attributes: true});
    look();
  });
}
