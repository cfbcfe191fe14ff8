/** What every package that owns tables needs to speak with the database alike. It knows no other package. */
package io.remit.sql;
