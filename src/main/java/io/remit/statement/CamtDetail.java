package io.remit.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a camt entry tells of one of the payments in it. */
final class CamtDetail {

  private static final String NOT_PROVIDED = "NOTPROVIDED";

  private final long line;
  private final List<String> texts = new ArrayList<>();
  private final List<String> references = new ArrayList<>();

  private String amount;
  private String amountCurrency;
  private String direction;
  private String bankReference;
  private String endToEndId;
  private String debtorName;
  private String debtorAccount;
  private String furtherInformation = "";
  private boolean returned;

  CamtDetail(long line) {
    this.line = line;
  }

  long line() {
    return line;
  }

  /** @param path below the details, such as {@code Refs/EndToEndId}; from version 08 on parties stand one deeper */
  void take(String path, String text, String currency) {
    switch (path) {
      case "Amt" -> setAmount(text, currency);
      case "AmtDtls/TxAmt/Amt" -> {
        if (amount == null) {
          setAmount(text, currency);
        }
      }
      case "CdtDbtInd" -> direction = text;
      case "Refs/AcctSvcrRef" -> bankReference = text;
      case "Refs/EndToEndId" -> endToEndId = text.isEmpty() || text.equals(NOT_PROVIDED) ? null : text;
      case "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm" -> debtorName = text;
      case "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id" -> debtorAccount = text;
      case "RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf" -> texts.add(text);
      case "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef", "RmtInf/Strd/RfrdDocInf/Nb" ->
          references.add(text);
      case "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd", "RtrInf" -> returned = true;
      case "AddtlTxInf" -> furtherInformation = text;
      default -> {
        // tells nothing that matters here
      }
    }
  }

  private void setAmount(String text, String currency) {
    amount = text;
    amountCurrency = currency;
  }

  boolean hasAmountIn(String currency) {
    return amount != null && currency.equals(amountCurrency);
  }

  BigDecimal amount(String currency) throws StatementRefused {
    return StatementAmounts.read(amount, currency, line, "TxDtls/Amt");
  }

  /** Whether it does not say that its money went the other way. */
  boolean goesAlongWith(String directionOfEntry) {
    return direction == null || direction.equals(directionOfEntry);
  }

  boolean isReturn() {
    return returned;
  }

  Payer payer() {
    return new Payer(debtorName, debtorAccount, null);
  }

  List<String> creditorReferences() {
    return List.copyOf(references);
  }

  String endToEndId() {
    return endToEndId;
  }

  String bankReference() {
    return bankReference;
  }

  /** What the payer wrote, else what the bank says of it or of the whole entry. */
  List<String> remittance(String informationOfEntry) {
    if (!texts.isEmpty()) {
      return texts;
    }
    String told = furtherInformation.isEmpty() ? informationOfEntry : furtherInformation;
    return told.isEmpty() ? List.of() : List.of(told);
  }
}
