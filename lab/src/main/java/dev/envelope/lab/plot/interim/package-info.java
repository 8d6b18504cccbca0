/**
 * What types expect in a game, as far as pictures need it. Start at {@link dev.envelope.lab.plot.interim.InterimCurve}.
 */
@NullMarked
package dev.envelope.lab.plot.interim;

import org.jspecify.annotations.NullMarked;
