package io.remit.statement;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a statement is read before it is refused.
 *
 * @param size of the file
 * @param entries movements in the file
 * @param depth of XML elements in each other
 * @param text characters of one element or field
 */
@ConfigurationProperties("remit.statements.most")
record StatementLimits(@DefaultValue("64MB") DataSize size, @DefaultValue("200000") int entries,
    @DefaultValue("40") int depth, @DefaultValue("10000") int text) {
}
