package io.remit.statement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a statement is read before it is refused.
 *
 * @param size of the file, and of all that an archive unpacks to
 * @param entries movements in a file; so many of the usual length, some 2.5 kB in camt, are as large as may be
 * @param depth of XML elements in each other
 * @param text characters of one element or field
 */
@ConfigurationProperties("remit.statements.most")
record StatementLimits(@DefaultValue("512MB") DataSize size, @DefaultValue("200000") int entries,
    @DefaultValue("40") int depth, @DefaultValue("10000") int text) {
}
