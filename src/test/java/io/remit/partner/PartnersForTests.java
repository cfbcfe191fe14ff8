package io.remit.partner;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.partner.EnteredPartner.CommissionEntry;
import io.remit.partner.EnteredPartner.ContractEntry;
import io.remit.partner.EnteredPartner.LicenceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.springframework.boot.test.context.TestComponent;

/**
 * The partners that the shipped table names, in good standing whatever year a test lives in: their contracts and
 * licences run from 2000 to 2099, and each test begins with a new evaluation.
 */
@TestComponent
public class PartnersForTests {

  public static final String OFFICER = "outsourcing1";
  public static final String SECOND_PERSON = "supervisor1";
  /** What all of them have; valid on the day that a test's clock shows, and on the one on which a file is sealed. */
  public static final OwnKey PAIR = OwnKey.generate("A partner", Instant.parse("2000-01-01T00:00:00Z"));

  private final PartnerRegister register;
  private final PartnerKeys keys;
  private final PartnerRepository partners;
  private final BusinessCalendar calendar;

  PartnersForTests(PartnerRegister register, PartnerKeys keys, PartnerRepository partners,
      BusinessCalendar calendar) {
    this.register = register;
    this.keys = keys;
    this.partners = partners;
    this.calendar = calendar;
  }

  /** Puts the partners of the shipped table into the register as they are at the beginning of a test. */
  public void begin() {
    ensure("agency1", agency());
    ensure("lawfirm1", of("Lex Law Firm", PartnerKind.LAW_FIRM, List.of(), 10_000));
    ensure("localcn1", of("Shanghai Local Collectors", PartnerKind.LOCAL_COLLECTOR, List.of("CN"), 10_000));
  }

  /** What the shipped table's agency enters. */
  public static EnteredPartner agency() {
    return of("First Collection Agency", PartnerKind.AGENCY, List.of(), 10_000);
  }

  /** The same with only these channels, and only these fields that it may be told. */
  public static EnteredPartner agencyAllowed(List<String> channels, List<String> dataFields) {
    EnteredPartner agency = agency();
    return new EnteredPartner(agency.name(), agency.kind(), agency.places(), agency.products(), agency.fieldsOfLaw(),
        agency.capacity(), channels, dataFields, agency.licence(), agency.contract(), agency.commission());
  }

  /** A partner with licence and contract. */
  public static EnteredPartner of(String name, PartnerKind kind, List<String> places, int capacity) {
    return new EnteredPartner(name, kind.name(), places, List.of(), List.of(), capacity, names(Channel.values()),
        names(DataField.values()), new LicenceEntry("L-1", "An authority", "2099-12-31"),
        new ContractEntry("2000-01-01", "2099-12-31"),
        List.of(new CommissionEntry(0, null, null, new BigDecimal("25"))));
  }

  /** Puts a partner into the register, as it was entered, with a confirmed key, a new evaluation and no suspension. */
  public void ensure(String partnerId, EnteredPartner entered) {
    if (register.find(partnerId).isEmpty()) {
      register.register(partnerId, entered, OFFICER);
    } else {
      register.change(partnerId, entered, OFFICER);
    }
    PartnerKey known = register.get(partnerId).confirmedKey();
    if (known == null || !known.enteredAt().equals(calendar.now())) {
      String fingerprint = keys.enter(partnerId, PAIR.armoredPublicKey(), OFFICER).fingerprint();
      keys.confirm(partnerId, fingerprint, SECOND_PERSON);
    }
    partners.suspend(partnerId, null);
    partners.addEvaluation(partnerId, new Evaluation(calendar.today(), 80, OFFICER), "as a test begins");
  }

  /** A pair of keys for signing and encrypting. */
  public static OpenPGPKey pair(Instant madeAt) {
    try {
      return new BcOpenPGPApi().generateKey(PublicKeyPacket.VERSION_4, Date.from(madeAt))
          .ed25519x25519Key("A partner").build();
    } catch (PGPException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The public part of a pair in ASCII armour. */
  public static String certificate(OpenPGPKey pair) {
    try {
      return pair.toCertificate().toAsciiArmoredString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
