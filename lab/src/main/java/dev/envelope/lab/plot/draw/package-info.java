/**
 * How pictures are drawn, to the same layout as SVG text and as PNG dots, and put into a file. Start at
 * {@link dev.envelope.lab.plot.draw.PlotFile}.
 */
@NullMarked
package dev.envelope.lab.plot.draw;

import org.jspecify.annotations.NullMarked;
