/**
 * Schedules of groups over rounds in which no two meet twice. Start at {@code Schedule}.
 */
@NullMarked
package dev.envelope.game.matching;

import org.jspecify.annotations.NullMarked;
