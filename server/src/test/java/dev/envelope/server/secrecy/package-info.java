/** What leaves a running server for one seat, byte by byte, whatever another seat does. Start with {@code SecrecyIT}. */
@NullMarked
package dev.envelope.server.secrecy;

import org.jspecify.annotations.NullMarked;
