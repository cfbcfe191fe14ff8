/** What makes the demo worth looking at: an invented portfolio, and a word on where to log in. Only in profile demo. */
package io.remit.demo;
