package io.remit.contact;

import io.remit.gate.ContactQuestion.Wording;

/**
 * The words of a message before the gate is asked.
 *
 * @param text null unless the wording is approved
 */
record Draft(RenderedText text, Wording wording) {
}
