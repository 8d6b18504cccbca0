package dev.envelope.game.message;

/**
 * What a seat submits in a round. Money is a whole number of ticks.
 *
 * <p>Which kind a market takes is the treatment's mechanism's to say; any other kind is refused.
 */
public sealed interface Message permits Abstain, Amount, DemandSchedule, PackageBids, Report, Response {

    /** The kind of this message. */
    MessageKind kind();
}
