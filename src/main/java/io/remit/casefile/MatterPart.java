package io.remit.casefile;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.cases.MatterKey;
import io.remit.complaint.Complaint;
import io.remit.complaint.Complaints;
import io.remit.hardship.HardshipRequest;
import io.remit.hardship.Hardships;
import io.remit.hardship.ReliefPolicy;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.translation.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a supervisor needs to know of one matter to decide on it: a hold of any reason, or a complaint. */
@Component
class MatterPart implements CaseFilePart {

  private final Holds holds;
  private final Hardships hardships;
  private final Complaints complaints;
  private final Proposals proposals;
  private final FormWords words;

  MatterPart(Holds holds, Hardships hardships, Complaints complaints, Proposals proposals, FormWords words) {
    this.holds = holds;
    this.hardships = hardships;
    this.complaints = complaints;
    this.proposals = proposals;
    this.words = words;
  }

  private record Matter(List<Fact> matter) {
  }

  @Override
  public Matter of(OpenedForm form) {
    return new Matter(form.decided() == null ? List.of() : words.labelled(facts(form.decided(), form)));
  }

  private List<Fact> facts(MatterKey matter, OpenedForm form) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Debtor", form.about().debtor().name()));
    if (matter.kind() == MatterKey.Kind.COMPLAINT) {
      addComplaint(facts, complaints.get(matter), form.reader());
    } else if (matter.kind() == MatterKey.Kind.HOLD) {
      addHold(facts, matter, holds.get(matter));
    }
    proposals.newest(matter.toString()).filter(Proposal::waits).ifPresent(waiting -> addProposal(facts, waiting));
    return facts;
  }

  private void addComplaint(List<Fact> facts, Complaint complaint, @Nullable String reader) {
    facts.add(new Fact("What was said", complaint.isAbout(reader)
        ? words.sentence("This is about you: another supervisor reads and handles it") : complaint.words()));
    facts.add(new Fact("About",
        complaint.aboutUserId() == null ? words.of("no person") : complaint.aboutUserId()));
    facts.add(new Fact("Came by",
        words.of(complaint.channel() == null ? "not told" : complaint.channel().name())));
    facts.add(new Fact("Taken by", complaint.takenBy()));
    facts.add(new Fact("Answer by", complaint.answerBy().toString()));
  }

  private void addHold(List<Fact> facts, MatterKey matter, Hold hold) {
    facts.add(new Fact("What was said", hold.note() == null ? "" : hold.note()));
    facts.add(new Fact("Taken by", hold.raisedBy()));
    if (hold.reason() == Hold.Reason.HARDSHIP) {
      hardships.requestOf(matter).ifPresent(request -> addRequest(facts, request));
      facts.add(new Fact("Possible relief, the proposed first", hardships.possibleRelief(matter).stream()
          .map(this::possible).collect(Collectors.joining("; "))));
      facts.add(new Fact("Evidence by", String.valueOf(hold.reviewOn())));
    }
    if (hold.answerBy() != null) {
      facts.add(new Fact("Answer by", hold.answerBy().toString()));
    }
  }

  private void addProposal(List<Fact> facts, Proposal waiting) {
    facts.add(new Fact("To be approved", words.of(waiting.kind()) + ", "
        + FormWords.money(waiting.currency(), waiting.amount())));
    if (waiting.accountNumber() != null) {
      facts.add(new Fact("Account", waiting.accountNumber()));
    }
    facts.add(new Fact("Decided by", Objects.requireNonNull(waiting.proposed().by())));
    if (waiting.reason() != null) {
      facts.add(new Fact("Why", waiting.reason()));
    }
  }

  private void addRequest(List<Fact> facts, HardshipRequest request) {
    facts.add(new Fact("Asked for by", request.requestedBy()));
    facts.add(new Fact("Hardship", words.sentence(Translation.asWords(request.kind().name())
        + (request.since() == null ? "" : " since " + request.since()))));
    if (request.household() != null) {
      facts.add(new Fact("Household", request.household()));
    }
  }

  private String possible(ReliefPolicy.Possible possible) {
    return words.sentence(Translation.asWords(possible.relief().name())
        + (possible.longestDays() == 0 ? "" : " for up to " + possible.longestDays() + " days"));
  }
}
