/**
 * Reference cases evaluated by the theory, block by block: each class answers the quantities of one or a few blocks from the
 * structured setting of a case. Start at {@link dev.envelope.lab.reference.ReferenceBlocks}, the list of them all; a new
 * block is a new class in that list. What a case is and how a file of them is read and run is in the package {@code file}.
 *
 * <p>An evaluator looks at the setting and the quantity, never at an id, and never guesses: it throws an {@link
 * IllegalArgumentException} that says what it does not know, which becomes the case's reason.
 */
@NullMarked
package dev.envelope.lab.reference;

import org.jspecify.annotations.NullMarked;
