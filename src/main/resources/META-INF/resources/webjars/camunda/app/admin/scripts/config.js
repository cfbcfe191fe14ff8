/*
 * Remit's settings of Admin. Takes the place of the file of Camunda's web application, which sets nothing.
 */

import '../../remit/sign-on.js';

export default {
  // its page is not served
  disableWelcomeMessage: true
};
