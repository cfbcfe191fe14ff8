package io.remit.outsourcing.report;

/** The engine as the reports of partners see it: an officer asks for one. */
public interface ReportProcess {

  /** Asks an officer to ask a partner for its report, unless somebody is asked already. */
  void reportMissing(String partnerId);

  /** The partner reported, or has no case any more: nobody is asked any more. */
  void reported(String partnerId);
}
