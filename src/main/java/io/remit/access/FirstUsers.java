package io.remit.access;

/** The users without whom nobody could log in to a new database. */
interface FirstUsers {

  /** Creates those that are missing; the groups of staff are there. */
  void ensure();
}
