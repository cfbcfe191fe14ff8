package io.remit.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.outsourcing.BatchSum;
import io.remit.outsourcing.CaseTerms;
import io.remit.outsourcing.Placements;
import io.remit.outsourcing.proposal.ProposedBatches;
import io.remit.outsourcing.proposal.ProposedBatches.Asked;
import io.remit.outsourcing.recall.MandateEnds;
import io.remit.partner.Contract;
import io.remit.partner.Evaluation;
import io.remit.partner.Licence;
import io.remit.partner.Partner;
import io.remit.partner.PartnerApplication;
import io.remit.partner.PartnerApplications;
import io.remit.partner.PartnerKey;
import io.remit.partner.PartnerRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person needs on one screen to decide about a partner, or about an application to become one, as the forms name
 * it. It is made afresh whenever a form is opened and is never stored.
 */
@Component
public class PartnerView {

  private final PartnerRegister register;
  private final PartnerApplications applications;
  private final Placements placements;
  private final MandateEnds mandates;
  private final ProposedBatches batches;
  private final FormWords words;
  private final ObjectMapper json;

  PartnerView(PartnerRegister register, PartnerApplications applications, Placements placements, MandateEnds mandates,
      ProposedBatches batches, FormWords words, ObjectMapper json) {
    this.register = register;
    this.applications = applications;
    this.placements = placements;
    this.mandates = mandates;
    this.batches = batches;
    this.words = words;
    this.json = json;
  }

  /** Sums and cases are those of a batch, and none elsewhere. */
  private record View(String what, List<Fact> facts, List<SumRow> sums, List<CaseRow> cases) {
  }

  private record SumRow(String currency, int cases, String overdue, String outstanding, String keeps) {
  }

  private record CaseRow(String caseNumber, String overdue, long daysPastDue, String keeps, String why) {
  }

  /** The view of a partner as JSON. */
  public String of(String partnerId) {
    Partner partner = register.get(partnerId);
    return written(new View(nameOf(partner), factsOf(partner), List.of(), List.of()));
  }

  /** The view of what is proposed for a partner together, as JSON. */
  public String ofBatch(String partnerId) {
    Partner partner = register.get(partnerId);
    List<Asked> proposed = batches.waitingFor(partnerId);
    return written(new View(nameOf(partner), factsOf(partner),
        BatchSum.of(proposed.stream().map(Asked::terms).toList()).stream().map(PartnerView::rowOf).toList(),
        proposed.stream().map(this::rowOf).toList()));
  }

  private static SumRow rowOf(BatchSum sum) {
    return new SumRow(sum.currency(), sum.cases(), sum.overdue().toPlainString(), sum.outstanding().toPlainString(),
        sum.mostCommission().toPlainString());
  }

  private CaseRow rowOf(Asked asked) {
    CaseTerms terms = asked.terms();
    return new CaseRow(terms.caseNumber(), FormWords.money(terms.currency(), terms.overdue()), terms.daysPastDue(),
        FormWords.commission(terms), words.sentence(asked.why()));
  }

  private static String nameOf(Partner partner) {
    return partner.partnerId() + ", " + partner.name();
  }

  private List<Fact> factsOf(Partner partner) {
    String partnerId = partner.partnerId();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Kind", words.of(partner.kind())));
    add(facts, "Places", joined(partner.scope().places()));
    addLicence(facts, partner.papers().licence());
    Contract contract = partner.papers().contract();
    add(facts, "Contract", contract == null ? null : contract.begins() + " / " + contract.ends());
    addKey(facts, partner.papers().key());
    facts.add(new Fact("Cases now", placements.openWith(partnerId) + " / " + partner.scope().capacity()));
    Evaluation last = partner.oversight().lastEvaluation();
    add(facts, "Last evaluation", last == null ? null : last.on() + ", " + last.score() + ", " + last.by());
    add(facts, "Mandate to end because", mandates.reasonFor(partnerId));
    String reasons = register.standingOf(partner).words();
    add(facts, "May get nothing", reasons.isEmpty() ? null : words.listed(reasons));
    return words.labelled(facts);
  }

  /** The view of an application as JSON; what the applicant wrote is shown as it is. */
  public String ofApplication(long applicationId) {
    PartnerApplication application = applications.get(applicationId);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Kind", words.of(application.kind())));
    add(facts, "Places", joined(application.places()));
    addLicence(facts, application.licence());
    add(facts, "E-mail", application.email());
    facts.add(new Fact("Status", words.of(application.status())));
    add(facts, "Seen by", application.reviewedBy());
    add(facts, "Why", application.reason());
    return written(new View(application.name(), words.labelled(facts), List.of(), List.of()));
  }

  private static void addLicence(List<Fact> facts, @Nullable Licence licence) {
    add(facts, "Licence", licence == null ? null : licence.number() + ", " + licence.authority());
    add(facts, "Licence ends", licence == null || licence.expires() == null ? null : licence.expires().toString());
  }

  private static void addKey(List<Fact> facts, @Nullable PartnerKey key) {
    add(facts, "Key entered by", key == null ? null : key.enteredBy());
    add(facts, "Key expires", key == null || key.expires() == null ? null : key.expires().toString());
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  private static String joined(Set<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private String written(View view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the view of a partner is always JSON", impossible);
    }
  }
}
