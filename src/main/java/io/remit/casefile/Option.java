package io.remit.casefile;

/** One choice in a form; its value is what the form sends. */
record Option(String label, String value) {
}
