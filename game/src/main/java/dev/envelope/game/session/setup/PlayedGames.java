package dev.envelope.game.session.setup;

import dev.envelope.game.plan.Treatment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The games of a treatment: the one it states, and the same in larger groups, each made ready when it is first played. */
public final class PlayedGames {

    private final PlayedGame stated;
    private final Map<Integer, PlayedGame> larger = new ConcurrentHashMap<>();

    private PlayedGames(PlayedGame stated) {
        this.stated = stated;
    }

    /**
     * The games of {@code treatment}.
     *
     * @throws IllegalArgumentException when the one it states cannot be built
     */
    static PlayedGames of(Treatment treatment) {
        return new PlayedGames(PlayedGame.of(treatment));
    }

    /** The game as the treatment states it. */
    public PlayedGame stated() {
        return stated;
    }

    /** The game in a market of {@code size} seats. */
    public PlayedGame of(int size) {
        Treatment treatment = stated.treatment();
        return size == treatment.marketSize()
                ? stated
                : larger.computeIfAbsent(size, n -> PlayedGame.of(treatment.ofSize(n)));
    }
}
