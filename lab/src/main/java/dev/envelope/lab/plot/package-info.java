/**
 * What is drawn, as numbers and words and without a pixel: pictures made of lines, areas, dots and boxes. Start at
 * {@link dev.envelope.lab.plot.Picture}.
 */
@NullMarked
package dev.envelope.lab.plot;

import org.jspecify.annotations.NullMarked;
