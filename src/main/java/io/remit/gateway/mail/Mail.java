package io.remit.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** One e-mail, which keeps its Message-ID and knows whether a server has begun to take its content. */
class Mail extends MimeMessage {

  private final String messageId;
  private boolean contentAskedFor;

  /** @param messageId without brackets */
  Mail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  String messageId() {
    return messageId;
  }

  /** Whether the server asked for the content: from then on it may have the e-mail, even if it does not say so. */
  boolean contentAskedFor() {
    return contentAskedFor;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
    contentAskedFor = true;
    super.writeTo(out, ignoredHeaders);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }
}
