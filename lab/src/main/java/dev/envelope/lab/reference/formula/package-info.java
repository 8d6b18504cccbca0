/**
 * Functions of one number as reference files write them. Start at {@link
 * dev.envelope.lab.reference.formula.Expression}.
 */
@NullMarked
package dev.envelope.lab.reference.formula;

import org.jspecify.annotations.NullMarked;
