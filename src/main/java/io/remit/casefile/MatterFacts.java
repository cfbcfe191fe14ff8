package io.remit.casefile;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorRepository;
import io.remit.cases.MatterKey;
import io.remit.complaint.Complaint;
import io.remit.complaint.Complaints;
import io.remit.evidence.EvidenceFile;
import io.remit.evidence.EvidenceItem;
import io.remit.hardship.HardshipRequest;
import io.remit.hardship.Hardships;
import io.remit.hardship.ReliefPolicy;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import io.remit.translation.Translation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a supervisor needs to know of one matter to decide on it: a hold of any reason, or a complaint. */
@Component
class MatterFacts {

  private static final int SHOWN_PAYMENTS = 10;

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final Holds holds;
  private final Hardships hardships;
  private final Complaints complaints;
  private final EvidenceFile evidence;
  private final Proposals proposals;
  private final LedgerRepository ledger;
  private final Shown shown;

  MatterFacts(CaseRepository cases, DebtorRepository debtors, Holds holds, Hardships hardships, Complaints complaints,
      EvidenceFile evidence, Proposals proposals, LedgerRepository ledger, Shown shown) {
    this.cases = cases;
    this.debtors = debtors;
    this.holds = holds;
    this.hardships = hardships;
    this.complaints = complaints;
    this.evidence = evidence;
    this.proposals = proposals;
    this.ledger = ledger;
    this.shown = shown;
  }

  /** One document. */
  record EvidenceRow(String kind, String issuer, String number, String keptAt, LocalDate receivedOn, String addedBy,
      String verdict) {
  }

  /** One payment or what took it back. */
  record PaymentRow(LocalDate on, String what, String account, String amount) {
  }

  /**
   * What the matter is about; nothing if there is none.
   *
   * @param reader user id of who reads it
   */
  List<DebtorFacts.Fact> of(MatterKey matter, String reader) {
    if (matter == null) {
      return List.of();
    }
    List<DebtorFacts.Fact> facts = new ArrayList<>();
    facts.add(new DebtorFacts.Fact("Debtor", debtors.get(cases.get(matter.caseNumber()).debtorId()).name()));
    if (matter.kind() == MatterKey.Kind.COMPLAINT) {
      addComplaint(facts, complaints.get(matter), reader);
    } else if (matter.kind() == MatterKey.Kind.HOLD) {
      addHold(facts, matter, holds.get(matter));
    }
    proposals.newest(matter.toString()).filter(Proposal::waits).ifPresent(waiting -> addProposal(facts, waiting));
    return shown.labelled(facts);
  }

  private void addComplaint(List<DebtorFacts.Fact> facts, Complaint complaint, String reader) {
    facts.add(new DebtorFacts.Fact("What was said", complaint.isAbout(reader)
        ? shown.sentence("This is about you: another supervisor reads and handles it") : complaint.words()));
    facts.add(new DebtorFacts.Fact("About",
        complaint.aboutUserId() == null ? shown.words("no person") : complaint.aboutUserId()));
    facts.add(new DebtorFacts.Fact("Came by",
        shown.words(complaint.channel() == null ? "not told" : complaint.channel().name())));
    facts.add(new DebtorFacts.Fact("Taken by", complaint.takenBy()));
    facts.add(new DebtorFacts.Fact("Answer by", complaint.answerBy().toString()));
  }

  private void addHold(List<DebtorFacts.Fact> facts, MatterKey matter, Hold hold) {
    facts.add(new DebtorFacts.Fact("What was said", hold.note() == null ? "" : hold.note()));
    facts.add(new DebtorFacts.Fact("Taken by", hold.raisedBy()));
    if (hold.reason() == Hold.Reason.HARDSHIP) {
      hardships.requestOf(matter).ifPresent(request -> addRequest(facts, request));
      facts.add(new DebtorFacts.Fact("Possible relief, the proposed first", hardships.possibleRelief(matter).stream()
          .map(this::possible).collect(Collectors.joining("; "))));
      facts.add(new DebtorFacts.Fact("Evidence by", String.valueOf(hold.reviewOn())));
    }
    if (hold.answerBy() != null) {
      facts.add(new DebtorFacts.Fact("Answer by", hold.answerBy().toString()));
    }
  }

  private void addProposal(List<DebtorFacts.Fact> facts, Proposal waiting) {
    facts.add(new DebtorFacts.Fact("To be approved", shown.words(waiting.kind()) + ", "
        + Shown.money(waiting.currency(), waiting.amount())));
    if (waiting.accountNumber() != null) {
      facts.add(new DebtorFacts.Fact("Account", waiting.accountNumber()));
    }
    facts.add(new DebtorFacts.Fact("Decided by", waiting.proposed().by()));
    if (waiting.reason() != null) {
      facts.add(new DebtorFacts.Fact("Why", waiting.reason()));
    }
  }

  private void addRequest(List<DebtorFacts.Fact> facts, HardshipRequest request) {
    facts.add(new DebtorFacts.Fact("Asked for by", request.requestedBy()));
    facts.add(new DebtorFacts.Fact("Hardship", shown.sentence(Translation.asWords(request.kind().name())
        + (request.since() == null ? "" : " since " + request.since()))));
    if (request.household() != null) {
      facts.add(new DebtorFacts.Fact("Household", request.household()));
    }
  }

  private String possible(ReliefPolicy.Possible possible) {
    return shown.sentence(Translation.asWords(possible.relief().name())
        + (possible.longestDays() == 0 ? "" : " for up to " + possible.longestDays() + " days"));
  }

  /** The evidence of a matter; nothing if there is none. */
  List<EvidenceRow> evidenceOf(MatterKey matter) {
    return matter == null ? List.of() : evidence.of(matter).stream().map(item -> new EvidenceRow(
        shown.words(item.kind()), item.issuer(), item.documentNumber() == null ? "" : item.documentNumber(),
        item.keptAt(), item.receivedOn(), item.addedBy(),
        shown.words(item.verdict() == null ? "not checked" : item.verdict().name()))).toList();
  }

  /** The documents that nobody has checked yet. */
  List<EvidenceItem> toBeChecked(MatterKey matter) {
    return matter == null ? List.of()
        : evidence.of(matter).stream().filter(item -> item.verdict() == null).toList();
  }

  /** What was paid on these accounts, and taken back, the newest first. */
  List<PaymentRow> payments(Collection<String> accountNumbers) {
    return ledger.movementsOf(List.copyOf(accountNumbers)).stream()
        .filter(entry -> entry.type() == LedgerEntry.Type.PAYMENT || entry.type().undoesPayment())
        .sorted(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::entryId).reversed())
        .limit(SHOWN_PAYMENTS).map(entry -> new PaymentRow(entry.valueDate(), shown.words(entry.type()),
            entry.accountNumber(), Shown.money(entry.currency(), entry.amount()))).toList();
  }
}
