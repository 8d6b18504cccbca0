package dev.envelope.server.net;

import dev.envelope.game.session.command.RefusalCode;
import java.util.SortedMap;

/**
 * What the network has counted since it was started.
 *
 * @param open connections that are open now
 * @param accepted connections that were accepted
 * @param silentlyClosed connections closed without an answer, because they made no valid opening
 * @param requests requests that were handed to the front desk
 * @param pushesDropped pushes that were dropped because their peer did not read
 * @param refused refusals that the network itself has given, by code
 */
public record NetworkCounts(
        long open,
        long accepted,
        long silentlyClosed,
        long requests,
        long pushesDropped,
        SortedMap<RefusalCode, Long> refused) {}
