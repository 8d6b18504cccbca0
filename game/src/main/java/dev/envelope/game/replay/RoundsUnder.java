package dev.envelope.game.replay;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Message;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.MessageCheck;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.setup.PlayedBlock;
import dev.envelope.game.session.setup.PlayedGame;
import dev.envelope.game.session.setup.SessionSetup;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Recorded rounds under the rules of another plan: the same groups with the same values, and the same lots where messages are equal. So
 * whoever came late, left, sat out or was bankrupt has the part that the record gives. Strategies are asked and are told nothing of what
 * came of it. For one thread at a time.
 */
public final class RoundsUnder {

    private final SessionSetup setup;
    private final Supplier<Strategy> strategies;
    private final long strategySeed;
    private final Map<Integer, Strategy> bySeat = new HashMap<>();
    private final Map<Integer, Long> totals = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * No round yet.
     *
     * @param plan the other plan, of which every block has as many rounds as before and draws the same
     * @param seed the session's seed
     * @param strategies makes a strategy for each seat
     * @param strategySeed what their randomness comes from
     * @throws IllegalArgumentException when the plan cannot be played
     */
    public RoundsUnder(Plan plan, SessionSeed seed, Supplier<Strategy> strategies, long strategySeed) {
        this.setup = SessionSetup.of(SessionCore.open(0, plan, "REPLAY", seed, true), seed);
        this.strategies = strategies;
        this.strategySeed = strategySeed;
    }

    /** The recorded round {@code before}, played again. */
    public SettledRound play(SettledRound before) {
        int round = before.round();
        PlayedBlock block = setup.blockOf(round);
        List<Event.DealtMarket> dealt = before.dealt().markets();
        long[] tieWords = block.draws().tieWords(block.roundInBlock(round), seats(dealt));
        List<Event.SettledMarket> markets = new ArrayList<>(dealt.size());
        for (int market = 0; market < dealt.size(); market++) {
            markets.add(settled(market, round, dealt.get(market), tieWords));
        }
        Event.RoundSettled end = new Event.RoundSettled(0, round, markets, OptionalLong.empty());
        SettledRound after =
                new SettledRound(block.index(), block.treatment(), block.block().practice(), before.dealt(), end);
        if (!after.practice()) {
            after.outcomes().forEach(outcome -> outcome.seats().forEach(this::add));
        }
        return after;
    }

    private static int seats(List<Event.DealtMarket> dealt) {
        return 1
                + dealt.stream()
                        .flatMap(market -> market.seats().stream())
                        .mapToInt(Event.DealtSeat::seat)
                        .max()
                        .orElse(-1);
    }

    private Event.SettledMarket settled(int market, int round, Event.DealtMarket dealt, long[] tieWords) {
        PlayedGame game = setup.blockOf(round).game(dealt.seats().size());
        List<Message> counted = new ArrayList<>();
        List<Boolean> byDefault = new ArrayList<>();
        for (int agent = 0; agent < dealt.seats().size(); agent++) {
            Message said = said(game.treatment(), round, dealt.seats().get(agent), agent);
            Optional<Refusal> refusal = new MessageCheck(game, agent).refusal(said);
            refusal.ifPresent(refusals::add);
            counted.add(refusal.isPresent() ? game.missing(agent) : said);
            byDefault.add(refusal.isPresent());
        }
        Outcome outcome = game.settle(market, dealt.seats(), counted, tieWords);
        List<Event.SettledSeat> ends = new ArrayList<>();
        for (int agent = 0; agent < counted.size(); agent++) {
            SeatOutcome end = outcome.seats().get(agent);
            ends.add(new Event.SettledSeat(
                    end.seat(),
                    end.units(),
                    end.paymentTicks(),
                    Optional.of(counted.get(agent)),
                    byDefault.get(agent)));
        }
        return new Event.SettledMarket(ends, outcome.price(), outcome.voided());
    }

    private Message said(Treatment treatment, int round, Event.DealtSeat cards, int agent) {
        View view = new View(
                cards.seat(),
                round,
                setup.rounds(),
                Phase.OPEN,
                treatment,
                treatment.roleOf(agent),
                cards.valueTicks(),
                Optional.empty(),
                OptionalLong.empty(),
                totals.getOrDefault(cards.seat(), 0L));
        return bySeat.computeIfAbsent(cards.seat(), seat -> strategies.get())
                .decide(view, StrategyRandom.forSeat(strategySeed, cards.seat(), round));
    }

    private void add(SeatOutcome seat) {
        totals.merge(seat.seat(), seat.payoffTicks(), Long::sum);
    }

    /** What the rules refused of the strategies' messages; each time the seat counted as missing. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
