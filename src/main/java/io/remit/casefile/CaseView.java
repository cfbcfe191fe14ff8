package io.remit.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.outsourcing.NearByDesk;
import io.remit.outsourcing.NearByOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a person needs on one screen to work a case, as the forms name it. It is made afresh whenever a form is opened
 * and is never stored: it is full of personal data.
 */
@Component
public class CaseView {

  private final WholeCases cases;
  private final List<CaseFilePart> parts;
  private final FiguresPart figures;
  private final PlacedCase placed;
  private final SuitAtFirm atCourt;
  private final NearByDesk desk;
  private final FormWords words;
  private final ObjectMapper json;

  CaseView(WholeCases cases, List<CaseFilePart> parts, FiguresPart figures, PlacedCase placed, SuitAtFirm atCourt,
      NearByDesk desk, FormWords words, ObjectMapper json) {
    this.cases = cases;
    this.parts = parts;
    this.figures = figures;
    this.placed = placed;
    this.atCourt = atCourt;
    this.desk = desk;
    this.words = words;
    this.json = json;
  }

  private record Closed(List<Fact> debtor) {
  }

  private record Offered(List<Fact> debtor) {
  }

  private record ClosedToPartner(String caseNumber, List<Fact> debtor) {
  }

  private record NumberOnly(String caseNumber) {
  }

  /** What may be shown of the case to anybody who sees its task: no more than is on the task's card. */
  public String closed(String caseNumber) {
    return written(List.of(figures.of(OpenedForm.toRead(cases.get(caseNumber))), new Closed(words.labelled(
        List.of(new Fact("Claim the task", words.sentence("to see the debtor and the accounts")))))));
  }

  /** The view as JSON. */
  public String of(String caseNumber) {
    return written(OpenedForm.toRead(cases.get(caseNumber)));
  }

  /**
   * The view for somebody who is about to speak with the debtor.
   *
   * @param contactBy on which way: the gate is asked for this channel
   * @param actor who that is: a user id
   */
  public String forConversation(String caseNumber, Channel contactBy, String actor) {
    return written(OpenedForm.toContact(cases.get(caseNumber), contactBy, actor));
  }

  /** The view for somebody who chooses a partner. */
  public String forPlacement(String caseNumber) {
    return written(OpenedForm.toPlace(cases.get(caseNumber)));
  }

  /**
   * The view for somebody who decides on one matter: of holds it stands first among those that are on the case.
   *
   * @param reader user id: nobody reads a complaint about themselves
   */
  public String forMatter(MatterKey matter, String reader) {
    return written(OpenedForm.toDecide(cases.get(matter.caseNumber()), matter, reader));
  }

  /**
   * The view for a person of the partner that has the case: what the register lets the partner be told, and nothing
   * else.
   *
   * @param reader user id
   */
  public String forPartner(String caseNumber, String reader) {
    return written(List.of(placed.of(cases.get(caseNumber), reader)));
  }

  /** What a part-time collector sees of a case that is offered near by: nothing of the debtor, and not its number. */
  public String nearBy(long invitationId) {
    NearByOffer offer = desk.of(invitationId);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Place", Stream.of(offer.city(), offer.region(), offer.country())
        .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "))));
    facts.add(new Fact("Overdue", offer.amount()));
    facts.add(new Fact("Days past due", offer.age()));
    facts.add(new Fact("Offered until", offer.until().toString()));
    return written(List.of(new Offered(words.labelled(facts))));
  }

  /** The view for a person of the law firm that has the case's suit: what the register lets the firm be told. */
  public String forLawFirm(String caseNumber) {
    return written(List.of(atCourt.of(cases.get(caseNumber))));
  }

  /** What a person of that partner sees of the case before they have claimed its task: its number. */
  public String closedToPartner(String caseNumber) {
    return written(List.of(new ClosedToPartner(caseNumber, words.labelled(
        List.of(new Fact("Claim the task", words.sentence("to see the debtor and the accounts")))))));
  }

  /** All that people of a partner see that does not have the case any more: its number. */
  public String numberOnly(String caseNumber) {
    return written(List.of(new NumberOnly(caseNumber)));
  }

  private String written(OpenedForm form) {
    return written(parts.stream().map(part -> part.of(form)).toList());
  }

  /** Records as one JSON object. */
  private String written(List<Record> shown) {
    ObjectNode view = json.createObjectNode();
    shown.forEach(each -> view.setAll(json.<ObjectNode>valueToTree(each)));
    return view.toString();
  }
}
