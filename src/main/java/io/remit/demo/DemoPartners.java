package io.remit.demo;

import io.remit.access.DemoUser;
import io.remit.cases.Channel;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.files.WorkFolder;
import io.remit.partner.DataField;
import io.remit.partner.EnteredPartner;
import io.remit.partner.EnteredPartner.CommissionEntry;
import io.remit.partner.EnteredPartner.ContractEntry;
import io.remit.partner.EnteredPartner.LicenceEntry;
import io.remit.partner.PartnerKeys;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Puts the partners that the shipped table names into the register, at the first start; later starts leave what was
 * changed. Each has a pair of keys of its own: the secret one lies in the work folder, so that files for the partner
 * can be opened as the partner would.
 */
class DemoPartners implements ApplicationRunner {

  private static final String OFFICER = DemoUser.OUTSOURCING_1.id();
  private static final String SECOND_PERSON = DemoUser.SUPERVISOR_1.id();
  private static final int CAPACITY = 500;
  private static final int YEARS = 3;
  /** A key has to be valid on the day that the demo's clock shows, and on the one on which a file is sealed. */
  private static final Instant KEYS_MADE = Instant.parse("2000-01-01T00:00:00Z");

  private final PartnerRegister register;
  private final PartnerKeys keys;
  private final WorkFolder workFolder;
  private final Clock clock;
  private final ZoneId zone;

  /** @param zone the creditor's, in which it is today */
  DemoPartners(PartnerRegister register, PartnerKeys keys, WorkFolder workFolder, Clock clock, ZoneId zone) {
    this.register = register;
    this.keys = keys;
    this.workFolder = workFolder;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    ensure("agency1", "First Collection Agency", PartnerKind.AGENCY, List.of(), "25");
    ensure("lawfirm1", "Lex Law Firm", PartnerKind.LAW_FIRM, List.of(), "30");
    ensure("localcn1", "Shanghai Local Collectors", PartnerKind.LOCAL_COLLECTOR, List.of("CN"), "35");
  }

  private void ensure(String partnerId, String name, PartnerKind kind, List<String> places, String percent) {
    if (register.find(partnerId).isPresent()) {
      return;
    }
    LocalDate today = LocalDate.now(clock.withZone(zone));
    String ends = today.plusYears(YEARS).toString();
    register.register(partnerId, new EnteredPartner(name, kind.name(), places, List.of(), List.of(), CAPACITY,
        names(Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.LETTER, Channel.VISIT), names(DataField.values()),
        new LicenceEntry("DEMO-" + partnerId, "An invented authority", ends), new ContractEntry(today.toString(), ends),
        List.of(new CommissionEntry(0, null, null, new BigDecimal(percent)))), OFFICER);
    OwnKey pair = OwnKey.generate(name, KEYS_MADE);
    workFolder.write(pair.armoredSecretKey().getBytes(StandardCharsets.US_ASCII), "demo-keys", partnerId + ".asc");
    keys.confirm(partnerId, keys.enter(partnerId, pair.armoredPublicKey(), OFFICER).fingerprint(), SECOND_PERSON);
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
