/**
 * The demonstration: a server, bots over TCP, progress while they play, and the verdict from the session's records. Start
 * at {@link dev.envelope.lab.demo.Demonstration}.
 */
@NullMarked
package dev.envelope.lab.demo;

import org.jspecify.annotations.NullMarked;
