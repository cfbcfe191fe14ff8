package io.remit.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.junit.jupiter.api.Tag;

/** Whatever comes into the mailbox for reports, it is read as one or is none. */
@Tag("faults")
class BouncesFuzzTest {

  private static final BounceReader READER = new BounceReader(new MessageIds("creditor.example"));
  private static final Session SESSION = Session.getInstance(new Properties());

  @FuzzTest(maxDuration = "10m")
  void bounce(byte[] content) throws MessagingException {
    assertThat(READER.read(new MimeMessage(SESSION, new ByteArrayInputStream(content)))).isNotNull();
  }
}
