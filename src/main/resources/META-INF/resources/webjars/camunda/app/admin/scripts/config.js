/*
 * Remit's settings of Admin. Takes the place of the file of Camunda's web application, which sets nothing.
 */

export default {
  // its page is not served
  disableWelcomeMessage: true
};
