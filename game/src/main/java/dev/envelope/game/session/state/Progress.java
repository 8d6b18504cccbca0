package dev.envelope.game.session.state;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a session has come to.
 *
 * @param started whether the rounds have begun
 * @param endRequested whether the current round is the last
 * @param pausedAt since when the clock stands still
 * @param settled the round that was settled last
 * @param doorClosed whether the instructor lets nobody new in
 * @param notes how many notes were sent
 * @param note the last one to everybody
 * @param affairs how often who acts for a seat, or what it was told, has changed
 * @param blockPlayers how many seats the current block began with
 */
public record Progress(
        boolean started,
        boolean endRequested,
        OptionalLong pausedAt,
        Optional<SettledRound> settled,
        boolean doorClosed,
        int notes,
        Optional<Presence.Note> note,
        int affairs,
        int blockPlayers) {

    static final Progress NONE =
            new Progress(false, false, OptionalLong.empty(), Optional.empty(), false, 0, Optional.empty(), 0, 0);

    Progress afterStart() {
        return new Progress(true, endRequested, pausedAt, settled, doorClosed, notes, note, affairs, blockPlayers);
    }

    Progress afterEndRequest() {
        return new Progress(started, true, pausedAt, settled, doorClosed, notes, note, affairs, blockPlayers);
    }

    Progress pausedAt(OptionalLong time) {
        return new Progress(started, endRequested, time, settled, doorClosed, notes, note, affairs, blockPlayers);
    }

    Progress after(SettledRound round) {
        return new Progress(
                started, endRequested, pausedAt, Optional.of(round), doorClosed, notes, note, affairs, blockPlayers);
    }

    Progress withDoor(boolean open) {
        return new Progress(started, endRequested, pausedAt, settled, !open, notes, note, affairs, blockPlayers);
    }

    /** One note more; {@code toAll} when it is to everybody. */
    Progress noting(Optional<Presence.Note> toAll) {
        return new Progress(
                started,
                endRequested,
                pausedAt,
                settled,
                doorClosed,
                notes + 1,
                toAll.or(() -> note),
                affairs + 1,
                blockPlayers);
    }

    Progress withMoreAffairs() {
        return new Progress(
                started, endRequested, pausedAt, settled, doorClosed, notes, note, affairs + 1, blockPlayers);
    }

    Progress inBlockOf(int players) {
        return new Progress(started, endRequested, pausedAt, settled, doorClosed, notes, note, affairs, players);
    }
}
