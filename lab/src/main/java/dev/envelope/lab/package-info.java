/**
 * What needs server and bots together: the command line and what its commands share. Start at
 * {@link dev.envelope.lab.Main}.
 */
@NullMarked
package dev.envelope.lab;

import org.jspecify.annotations.NullMarked;
