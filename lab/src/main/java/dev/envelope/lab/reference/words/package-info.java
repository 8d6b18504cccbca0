/** How reference files say things, whatever the game: fields, counts, types of agents, fractions and the names of quantities. */
@NullMarked
package dev.envelope.lab.reference.words;

import org.jspecify.annotations.NullMarked;
