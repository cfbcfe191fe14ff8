package io.remit.contact;

/** Why a debtor is overdue, as the debtor says or as whoever asked understood it. */
public enum OverdueReason {
  /** Could pay and waits whether we insist. */
  CHANCE_TAKING(Group.UNWILLING),
  /** Says that the debt is not right. */
  DISPUTE(Group.UNWILLING),
  /** Somebody may have deceived us. */
  FRAUD(Group.UNWILLING),
  /** For a while, such as until unpaid wages come. */
  SHORT_OF_MONEY(Group.UNABLE),
  /** For long: a business failed, work lost, an injury. */
  LOST_INCOME(Group.UNABLE),
  /** Borrowed more than can ever be paid back. */
  OVER_BORROWED(Group.UNABLE),
  FORGOT(Group.OUTSIDE),
  TRAVELLING(Group.OUTSIDE),
  /** Paid, but not where we look for it. */
  PAID_ELSEWHERE(Group.OUTSIDE),
  DID_NOT_KNOW(Group.OUTSIDE);

  /** What the reasons have in common. */
  public enum Group {
    /** Does not want to pay. */
    UNWILLING,
    /** Wants to and cannot. */
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
