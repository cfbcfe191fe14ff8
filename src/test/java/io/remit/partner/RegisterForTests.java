package io.remit.partner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The register alone: every partner needs an evaluation each year. Not annotated as a configuration, so that no other
 * application finds it.
 */
@Import({PartnerRegister.class, PartnerRepository.class})
public class RegisterForTests {

  @Bean
  PartnerPolicy partnerPolicy() {
    return (kind, country) -> new Requirements(true, 365, 60, 60);
  }

  /** Nobody has a task here. */
  @Bean
  PartnerProcess partnerProcess() {
    return new PartnerProcess() {

      @Override
      public void lookAfter(String partnerId) {
        // nothing is drawn here
      }

      @Override
      public void keyEntered(String partnerId) {
        // nothing is drawn here
      }

      @Override
      public void keyDecided(String partnerId, String outcome, String fingerprint, String actor) {
        throw new UnsupportedOperationException("nobody is asked here");
      }

      @Override
      public void applied(long applicationId) {
        throw new UnsupportedOperationException("nobody is asked here");
      }
    };
  }
}
