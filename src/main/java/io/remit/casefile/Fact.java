package io.remit.casefile;

/** One thing to know, as forms show it. */
record Fact(String label, String value) {
}
