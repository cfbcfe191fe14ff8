package io.remit.gateway.mail;

/** The connection broke after the content was sent and before the server said whether it has taken it. */
class MailInDoubtException extends RuntimeException {

  MailInDoubtException() {
    super("The mail server did not say whether it has taken the e-mail");
  }
}
