/**
 * The plans for classes that the program brings along. Start at {@code Gallery}.
 */
@NullMarked
package dev.envelope.lab.gallery;

import org.jspecify.annotations.NullMarked;
