/**
 * The general model: finitely many alternatives, possibly with a cost, and agents whose types are vectors of what each
 * alternative is worth to them. Start at {@link dev.envelope.theory.alternatives.Alternatives}.
 */
@NullMarked
package dev.envelope.theory.alternatives;

import org.jspecify.annotations.NullMarked;
