package io.remit.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes camt.053 statements for tests: a bank's side of what debtors pay. Each entry gets a reference of the bank's.
 */
public final class CamtFile {

  private final String statementId;
  private final String currency;
  private final List<String> entries = new ArrayList<>();
  private BigDecimal sum = BigDecimal.ZERO;

  public CamtFile(String statementId, String currency) {
    this.statementId = statementId;
    this.currency = currency;
  }

  /** A booked credit with a reference in a field of its own. */
  public CamtFile credit(String bankReference, String amount, LocalDate day, String creditorReference) {
    return entry("CRDT", false, bankReference, amount, day, "", "<RmtInf><Strd><CdtrRefInf><Ref>" + creditorReference
        + "</Ref></CdtrRefInf></Strd></RmtInf>");
  }

  /** A booked credit that says for what it is in its text alone. */
  public CamtFile credit(String bankReference, String amount, LocalDate day, String endToEndId, String payer,
      String text) {
    return entry("CRDT", false, bankReference, amount, day, endToEndId, party(payer)
        + "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>");
  }

  /** A booked debit that takes back the credit with this end-to-end reference. */
  public CamtFile reversedCredit(String bankReference, String amount, LocalDate day, String endToEndId) {
    return entry("DBIT", true, bankReference, amount, day, endToEndId, "");
  }

  private CamtFile entry(String direction, boolean reversal, String bankReference, String amount, LocalDate day,
      String endToEndId, String details) {
    BigDecimal value = new BigDecimal(amount);
    sum = direction.equals("CRDT") ? sum.add(value) : sum.subtract(value);
    entries.add("<Ntry><Amt Ccy=\"" + currency + "\">" + amount + "</Amt><CdtDbtInd>" + direction
        + "</CdtDbtInd><RvslInd>" + reversal + "</RvslInd><Sts>BOOK</Sts><BookgDt><Dt>" + day
        + "</Dt></BookgDt><ValDt><Dt>" + day + "</Dt></ValDt><AcctSvcrRef>" + bankReference
        + "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>" + (endToEndId.isEmpty() ? "NOTPROVIDED" : endToEndId)
        + "</EndToEndId></Refs>" + details + "</TxDtls></NtryDtls></Ntry>\n");
    return this;
  }

  private static String party(String payer) {
    return "<RltdPties><Dbtr><Nm>" + payer + "</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02100100100006820101</IBAN></Id>"
        + "</DbtrAcct></RltdPties>";
  }

  /** The whole file, with sums that are right. */
  public String xml() {
    // As on a real account no two statements begin with the same sum.
    BigDecimal before = BigDecimal.valueOf(Math.abs((long) statementId.hashCode()));
    String opening = balance("OPBD", before);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document "
        + "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">"
        + "\n<BkToCstmrStmt><GrpHdr><MsgId>" + statementId + "</MsgId></GrpHdr><Stmt><Id>" + statementId
        + "</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>\n" + opening
        + balance("CLBD", before.add(sum))
        + String.join("", entries) + "</Stmt></BkToCstmrStmt>\n</Document>\n";
  }

  private String balance(String type, BigDecimal amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"" + currency + "\">"
        + amount.abs().toPlainString() + "</Amt><CdtDbtInd>" + (amount.signum() < 0 ? "DBIT" : "CRDT")
        + "</CdtDbtInd></Bal>\n";
  }
}
