/*
 * Remit's settings of Cockpit. Takes the place of the file of Camunda's web application, which sets nothing.
 */

import '../../remit/sign-on.js';

export default {
  locales: {
    availableLocales: ['en', 'zh'],
    fallbackLocale: 'en'
  },
  // its page is not served
  disableWelcomeMessage: true,
  customScripts: ['scripts/remit/remit']
};
