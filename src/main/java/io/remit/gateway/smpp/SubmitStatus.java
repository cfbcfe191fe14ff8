package io.remit.gateway.smpp;

import java.util.Set;
import org.jsmpp.SMPPConstant;

/**
 * What a negative answer to a submission means for the message. Each says for certain that the centre has not taken it;
 * the question is whether it may do so later.
 */
enum SubmitStatus {
  /** Busy, or set up in a way that an operator can mend: the message may be delivered later. */
  LATER,
  /** The number cannot be reached by anything. */
  INVALID_NUMBER,
  /** This message will never be taken. */
  REFUSED;

  private static final Set<Integer> BUSY = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

  /** The centre's momentary trouble, and faults of the account or its settings, which are no fault of the message. */
  private static final Set<Integer> TEMPORARY = Set.of(SMPPConstant.STAT_ESME_RSYSERR,
      SMPPConstant.STAT_ESME_RINVBNDSTS, SMPPConstant.STAT_ESME_RALYBND, SMPPConstant.STAT_ESME_RSUBMITFAIL,
      SMPPConstant.STAT_ESME_RX_T_APPN, SMPPConstant.STAT_ESME_RINVSRCADR, SMPPConstant.STAT_ESME_RINVSRCTON,
      SMPPConstant.STAT_ESME_RINVSRCNPI, SMPPConstant.STAT_ESME_RINVSERTYP, SMPPConstant.STAT_ESME_RINVSYSTYP,
      SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID, SMPPConstant.STAT_ESME_RBINDFAIL,
      SMPPConstant.STAT_ESME_RSERTYPUNAUTH, SMPPConstant.STAT_ESME_RPROHIBITED, SMPPConstant.STAT_ESME_RSERTYPUNAVAIL,
      SMPPConstant.STAT_ESME_RSERTYPDENIED);

  /** What a status code means; a centre's own codes are in the settings, and unknown ones refuse the message. */
  static SubmitStatus of(int status, SmppSettings settings) {
    if (isBusy(status) || TEMPORARY.contains(status) || settings.temporaryErrors().contains(status)) {
      return LATER;
    }
    if (status == SMPPConstant.STAT_ESME_RINVDSTADR || settings.invalidNumberErrors().contains(status)) {
      return INVALID_NUMBER;
    }
    return REFUSED;
  }

  /** Whether the centre wants fewer messages at a time. */
  static boolean isBusy(int status) {
    return BUSY.contains(status);
  }

  /** A status code for people, as the centre's manual has it. */
  static String inWords(int status) {
    return "status 0x%08x".formatted(status);
  }
}
