/**
 * YAML with places: the fields of a file, each read or reported with its line, its column and what was expected. Start at
 * {@link dev.envelope.game.plan.syntax.Section}.
 */
@NullMarked
package dev.envelope.game.plan.syntax;

import org.jspecify.annotations.NullMarked;
