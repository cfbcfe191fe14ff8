package io.remit.gate;

import java.util.Set;

/** For whom people work who contact debtors: asked of the engine, which knows users and groups. */
public interface Employers {

  /** The groups of the partners for whom a user works; none for our own people, and for who is no user. */
  Set<String> of(String userId);
}
