package dev.envelope.game.session.command;

/**
 * Tells the kinds of commands apart: one method for each, so that a new kind is a compile error wherever it would be forgotten.
 *
 * @param <R> what a command is made into
 */
public interface CommandVisitor<R> {

    /** For {@link Command.TakeSeat}. */
    R visit(Command.TakeSeat command);

    /** For {@link Command.Start}. */
    R visit(Command.Start command);

    /** For {@link Command.Submit}. */
    R visit(Command.Submit command);

    /** For {@link Command.Tick}. */
    R visit(Command.Tick command);

    /** For {@link Command.Pause}. */
    R visit(Command.Pause command);

    /** For {@link Command.Resume}. */
    R visit(Command.Resume command);

    /** For {@link Command.CloseRound}. */
    R visit(Command.CloseRound command);

    /** For {@link Command.End}. */
    R visit(Command.End command);

    /** For {@link Command.Extend}. */
    R visit(Command.Extend command);

    /** For {@link Command.Tell}. */
    R visit(Command.Tell command);

    /** For {@link Command.Advance}. */
    R visit(Command.Advance command);

    /** For {@link Command.Replace}. */
    R visit(Command.Replace command);

    /** For {@link Command.GiveBack}. */
    R visit(Command.GiveBack command);

    /** For {@link Command.Remove}. */
    R visit(Command.Remove command);

    /** For {@link Command.Invite}. */
    R visit(Command.Invite command);

    /** For {@link Command.MoveDoor}. */
    R visit(Command.MoveDoor command);

    /** For {@link Command.DropOut}. */
    R visit(Command.DropOut command);

    /** For {@link Command.Reply}. */
    R visit(Command.Reply command);

    /** For {@link Command.Consent}. */
    R visit(Command.Consent command);

    /** For {@link Command.Comprehend}. */
    R visit(Command.Comprehend command);

    /** For {@link Command.Fill}. */
    R visit(Command.Fill command);

    /** For {@link Command.Recovered}. */
    R visit(Command.Recovered command);
}
