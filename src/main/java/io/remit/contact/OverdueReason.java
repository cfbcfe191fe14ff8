package io.remit.contact;

/** Why a debtor is overdue, as he says himself or as whoever spoke with him understood it. */
public enum OverdueReason {
  /** He could pay and waits whether we insist. */
  CHANCE_TAKING(Group.UNWILLING),
  /** He says that the debt is not right. */
  DISPUTE(Group.UNWILLING),
  /** Somebody may have deceived us. */
  FRAUD(Group.UNWILLING),
  /** For a while, such as until unpaid wages come. */
  SHORT_OF_MONEY(Group.UNABLE),
  /** For long: a business failed, work lost, an injury. */
  LOST_INCOME(Group.UNABLE),
  /** He borrowed more than he can ever pay back. */
  OVER_BORROWED(Group.UNABLE),
  FORGOT(Group.OUTSIDE),
  TRAVELLING(Group.OUTSIDE),
  /** He paid, but not where we look for it. */
  PAID_ELSEWHERE(Group.OUTSIDE),
  DID_NOT_KNOW(Group.OUTSIDE);

  /** What the reasons have in common. */
  public enum Group {
    /** He does not want to pay. */
    UNWILLING,
    /** He wants to and cannot. */
    UNABLE,
    /** Neither: something came in between. */
    OUTSIDE
  }

  private final Group group;

  OverdueReason(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }
}
