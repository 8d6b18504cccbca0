/**
 * A person's seat at a terminal: what is shown and what may be typed, in English and Chinese. Start at
 * {@link dev.envelope.lab.person.PersonTerminal}.
 */
@NullMarked
package dev.envelope.lab.person;

import org.jspecify.annotations.NullMarked;
