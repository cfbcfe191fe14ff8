package io.remit.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a camt entry tells of one of the payments in it. */
final class CamtDetail {

  private final long line;
  private final CamtAmounts amounts = new CamtAmounts();
  private final CamtParties parties = new CamtParties();
  private final List<String> texts = new ArrayList<>(2);
  private final List<String> creditorReferences = new ArrayList<>(0);
  private final Set<String> otherReferences = new LinkedHashSet<>(4);

  private @Nullable String direction;
  private @Nullable String bankReference;
  private @Nullable String endToEndId;
  private @Nullable String returnReason;
  private @Nullable String family;
  private BankCodes codes = BankCodes.NONE;
  private String furtherInformation = "";
  private boolean returned;

  CamtDetail(long line) {
    this.line = line;
  }

  long line() {
    return line;
  }

  /** @param path below the details, such as {@code Refs/EndToEndId} */
  void take(String path, String text, String currency) {
    int end = path.indexOf('/');
    switch (end < 0 ? path : path.substring(0, end)) {
      case "Amt", "AmtDtls", "Chrgs" -> amounts.take(path, text, currency);
      case "RltdPties" -> parties.take(path, text);
      case "Refs" -> takeReference(path, text);
      case "RmtInf" -> takeRemittance(path, text);
      default -> takeOther(path, text);
    }
  }

  private void takeReference(String path, String text) {
    if (!References.isGiven(text)) {
      return;
    }
    switch (path) {
      case "Refs/AcctSvcrRef" -> bankReference = text;
      case "Refs/EndToEndId" -> endToEndId = text;
      case "Refs/InstrId", "Refs/TxId", "Refs/MndtId", "Refs/PmtInfId", "Refs/ChqNb", "Refs/MsgId", "Refs/ClrSysRef",
          "Refs/Prtry/Ref", "Refs/Prtry" -> otherReferences.add(text);
      default -> {
        // names no reference that people use
      }
    }
  }

  private void takeRemittance(String path, String text) {
    switch (path) {
      case "RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf" -> text.lines().map(String::strip)
          .filter(each -> !each.isEmpty()).forEach(texts::add);
      case "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef", "RmtInf/Strd/RfrdDocInf/Nb",
          "RmtInf/Strd/RfrdDocInf/RfrdDocNb" -> {
        if (References.isGiven(text)) {
          creditorReferences.add(text);
        }
      }
      default -> parties.take(path, text);
    }
  }

  private void takeOther(String path, String text) {
    switch (path) {
      case "CdtDbtInd" -> direction = text;
      case "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd", "RtrInf/RtrRsn/Prtry" -> returnReason = text;
      case "RtrInf/AddtlInf" -> texts.add(text);
      case "RtrInf" -> returned = true;
      case "BkTxCd/Domn/Fmly/Cd" -> family = text;
      case "BkTxCd/Domn/Fmly/SubFmlyCd" -> codes = codes.or(BankCodes.ofIso(family, text));
      case "BkTxCd/Prtry/Cd" -> codes = codes.or(BankCodes.ofProprietary(text));
      case "Purp/Prtry" -> texts.add(text);
      case "AddtlTxInf" -> furtherInformation = text;
      default -> {
        // tells nothing that matters here
      }
    }
  }

  CamtAmounts amounts() {
    return amounts;
  }

  CamtParties parties() {
    return parties;
  }

  /** CRDT or DBIT, or null where it goes along with its entry. */
  @Nullable String direction() {
    return direction;
  }

  BankCodes codes() {
    return codes;
  }

  boolean isReturn() {
    return returned;
  }

  /** The bank's code for it, or null. */
  @Nullable String returnReason() {
    return returnReason == null ? BankWords.reasonIn(furtherInformation).orElse(null) : returnReason;
  }

  List<String> creditorReferences() {
    return creditorReferences;
  }

  Set<String> otherReferences() {
    return otherReferences;
  }

  @Nullable String endToEndId() {
    return endToEndId;
  }

  @Nullable String bankReference() {
    return bankReference;
  }

  /** What the payer wrote, and what the bank says of it beside that. */
  List<String> lines() {
    return Lines.with(texts, furtherInformation);
  }
}
