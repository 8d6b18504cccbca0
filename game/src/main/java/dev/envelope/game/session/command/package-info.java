/**
 * What can be asked of a session, and what is answered.
 *
 * <p>Commands carry their time; nothing here knows a clock.
 */
@NullMarked
package dev.envelope.game.session.command;

import org.jspecify.annotations.NullMarked;
