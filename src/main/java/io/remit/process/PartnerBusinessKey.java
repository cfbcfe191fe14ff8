package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business keys of what is about a partner, {@code partner-agency1}, and about an application to become one. */
public final class PartnerBusinessKey {

  private static final String PARTNER = "partner-";
  private static final String APPLICATION = "application-";

  private PartnerBusinessKey() {
  }

  /** The key of what is about a partner. */
  public static String of(String partnerId) {
    return PARTNER + partnerId;
  }

  /** The key of what is about an application. */
  public static String ofApplication(long applicationId) {
    return APPLICATION + applicationId;
  }

  /** The partner that a process is about. */
  public static String partnerOf(DelegateExecution execution) {
    return partnerIn(execution.getProcessBusinessKey());
  }

  /** The partner that a key names. */
  public static String partnerIn(String key) {
    return key.substring(PARTNER.length());
  }

  /** Whether a key names an application. */
  public static boolean isApplication(String key) {
    return key.startsWith(APPLICATION);
  }

  /** The application that a key names. */
  public static long applicationIn(String key) {
    return Long.parseLong(key.substring(APPLICATION.length()));
  }
}
