/**
 * What clients ask of sessions and what they are told, and how the network and the sessions hand it to each other. Start at
 * {@link dev.envelope.server.request.FrontDesk}, which is all of the sessions that the network sees.
 */
@NullMarked
package dev.envelope.server.request;

import org.jspecify.annotations.NullMarked;
