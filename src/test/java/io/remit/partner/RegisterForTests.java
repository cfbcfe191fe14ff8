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
}
