/**
 * What one seat may know, and nothing else. Start at {@link dev.envelope.game.view.View}.
 */
@NullMarked
package dev.envelope.game.view;

import org.jspecify.annotations.NullMarked;
