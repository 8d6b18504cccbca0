/**
 * The rules of a treatment in words for people, from message catalogues. Start at {@link dev.envelope.game.rules.Rules}.
 */
@NullMarked
package dev.envelope.game.rules;

import org.jspecify.annotations.NullMarked;
