/**
 * The decision tables that code asks: what each is given and what is taken of its rows, behind the policies of the
 * capabilities. Knows the capabilities, and no other room.
 */
package io.remit.process.decision;
