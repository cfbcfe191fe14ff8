package io.remit.complaint;

/** The users, as far as a complaint can be about one of them. */
public interface Staff {

  boolean isUser(String userId);
}
