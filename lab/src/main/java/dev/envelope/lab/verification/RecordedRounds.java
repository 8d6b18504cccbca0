package dev.envelope.lab.verification;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the settled rounds of a session together from its events, one after another. For one thread at a time. */
public final class RecordedRounds implements Consumer<Event> {
    private final Plan plan;
    private final Consumer<SettledRound> reader;
    private Event.@Nullable RoundDealt dealt;

    /** Hands every settled round of a session that plays {@code plan} to {@code reader}. */
    public RecordedRounds(Plan plan, Consumer<SettledRound> reader) {
        this.plan = plan;
        this.reader = reader;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.RoundDealt cards) {
            dealt = cards;
        } else if (event instanceof Event.RoundSettled settled) {
            Event.RoundDealt cards = dealt;
            if (cards == null || cards.round() != settled.round()) {
                throw new IllegalArgumentException(
                        "event: round " + settled.round() + " settled (expected: dealt before)");
            }
            int index = plan.blockIndexOf(settled.round());
            Block block = plan.blocks().get(index);
            reader.accept(new SettledRound(index, block.treatment(), block.practice(), cards, settled));
        }
    }
}
