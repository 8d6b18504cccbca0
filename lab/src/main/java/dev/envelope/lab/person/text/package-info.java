/**
 * What a person at a terminal is told, in English and Chinese: every text is of a value, and nothing here waits or remembers who was
 * told what, but for what is new. Start at {@link dev.envelope.lab.person.text.Catalogue}.
 */
@NullMarked
package dev.envelope.lab.person.text;

import org.jspecify.annotations.NullMarked;
